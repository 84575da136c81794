import type { TenantTransaction } from '@redress/persistence';
import type { CaseDifferences, Difference } from '@redress/regulations';
import type { StoredCase } from '../../complaint-case/model/stored-case.model';
import type { DifferenceCounts } from '../model/simulation.model';
import type { PageStart } from './history-rows.query';

/** A simulation that is under way. */
export interface RunningSimulation {
  readonly id: string;
  readonly document: string;
  readonly settings: string;
  readonly window: { readonly from: Date; readonly to: Date };
  readonly requestedAt: Date;
  readonly after: PageStart | undefined;
  readonly counts: DifferenceCounts;
}

interface SimulationRow {
  readonly id: string;
  readonly document: string;
  readonly settings: string;
  readonly window_from: Date;
  readonly window_to: Date;
  readonly requested_at: Date;
  readonly cursor_received_at: Date | null;
  readonly cursor_id: string | null;
  readonly counts: string;
}

const UNDER_WAY = `
  SELECT s.id, s.document, s.settings, s.window_from, s.window_to, s.requested_at, s.cursor_received_at, s.cursor_id,
    s.counts
  FROM simulation s WHERE s.tenant_id = :tenantId AND s.id = :id AND s.state IN ('WAITING', 'RUNNING') FOR UPDATE`;
const ADVANCE = `
  UPDATE simulation s SET s.state = :state, s.finished_at = :finishedAt, s.cases_done = s.cases_done + :cases,
    s.events_done = s.events_done + :events, s.cursor_received_at = :receivedAt, s.cursor_id = :caseId,
    s.counts = :counts
  WHERE s.tenant_id = :tenantId AND s.id = :id`;

/** The simulation, locked; undefined once it is done or cancelled. */
export async function lockSimulation(tx: TenantTransaction, id: string): Promise<RunningSimulation | undefined> {
  const [row] = await tx.query<SimulationRow>(UNDER_WAY, { id });
  if (row === undefined) return undefined;
  const { cursor_received_at: receivedAt, cursor_id: caseId } = row;
  return {
    ...{ id: row.id, document: row.document, settings: row.settings, requestedAt: row.requested_at },
    window: { from: row.window_from, to: row.window_to },
    after: receivedAt === null || caseId === null ? undefined : { receivedAt, caseId },
    counts: JSON.parse(row.counts) as DifferenceCounts,
  };
}

/** What a page found. */
export interface ReplayedPage {
  readonly cases: readonly StoredCase[];
  readonly found: readonly CaseDifferences[];
  readonly counts: DifferenceCounts;
  readonly isLast: boolean;
  readonly at: Date;
}

/** Stores the differences of a page and how far the simulation has come. */
export async function storePage(
  tx: TenantTransaction,
  { id, after }: RunningSimulation,
  { cases, found, counts, isLast, at }: ReplayedPage,
  newId: () => string,
): Promise<void> {
  const rows = found.flatMap(({ caseId, differences }) =>
    differences.map((difference) => ({ simulation_id: id, id: newId(), case_id: caseId, ...columns(difference) })),
  );
  if (rows.length > 0) await tx.insertMany('simulation_difference', rows);
  const last = cases.at(-1);
  await tx.execute(ADVANCE, {
    id,
    state: isLast ? 'DONE' : 'RUNNING',
    finishedAt: isLast ? at : null,
    cases: cases.length,
    // A version is a fact is an event.
    events: cases.reduce((sum, { version }) => sum + version, 0),
    receivedAt: last?.received_at ?? after?.receivedAt ?? null,
    caseId: last?.id ?? after?.caseId ?? null,
    counts: JSON.stringify(counts),
  });
}

function columns(difference: Difference) {
  const { kind } = difference;
  if (kind === 'CLOCK') {
    const { stage, before, after } = difference;
    return {
      ...{ kind, stage },
      before_value: before?.dueAt.toISOString() ?? null,
      before_in_time: before?.inTime ?? null,
      after_value: after?.dueAt.toISOString() ?? null,
      after_in_time: after?.inTime ?? null,
    };
  }
  const text = (value: string | boolean | undefined): string | null => (value === undefined ? null : String(value));
  return {
    ...{ kind, stage: null, before_in_time: null, after_in_time: null },
    before_value: text(difference.before),
    after_value: text(difference.after),
  };
}
