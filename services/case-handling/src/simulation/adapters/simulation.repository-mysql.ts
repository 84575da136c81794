import type { TenantTransaction } from '@redress/persistence';
import { present } from '../../complaint-case/model/present-members.model';
import type { DifferenceCounts } from '../model/simulation.model';
import type { ReplayedPage, RunningSimulation, SimulationRepository } from '../model/simulation.repository';
import { readCasesOfWindow, readDecisions, readFinished } from '../replay-cases/history-rows.query';
import { historyOf } from './case-history.mapper';
import { differenceColumns } from './difference.mapper';

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

const COUNT = `
  SELECT COUNT(*) AS cases FROM complaint_case c
  WHERE c.tenant_id = :tenantId AND c.received_at >= :from AND c.received_at < :to`;
const CANCEL = `
  UPDATE simulation s SET s.state = 'CANCELLED', s.finished_at = :at
  WHERE s.tenant_id = :tenantId AND s.id = :id AND s.state IN ('WAITING', 'RUNNING')`;
const EXISTS = 'SELECT s.id FROM simulation s WHERE s.tenant_id = :tenantId AND s.id = :id';

/** Simulations in MySQL. */
export function mysqlSimulations(newId: () => string): SimulationRepository {
  return {
    async add(tx, { id, regulation, settings, window, requestedBy, requestedAt }) {
      const [counted] = await tx.query<{ readonly cases: string }>(COUNT, window);
      await tx.insertMany('simulation', [
        {
          ...{ id, state: 'WAITING', requested_by: requestedBy, requested_at: requestedAt },
          document: JSON.stringify(regulation),
          settings: JSON.stringify(settings),
          window_from: window.from,
          window_to: window.to,
          cases_of: Number(counted?.cases ?? 0),
          ...{ cases_done: 0, events_done: 0, counts: '{}' },
        },
      ]);
    },

    async cancel(tx, id, at) {
      const [found] = await tx.query<{ readonly id: string }>(EXISTS, { id });
      if (found === undefined) return 'UNKNOWN';
      return (await tx.execute(CANCEL, { id, at })).affectedRows === 1 ? 'CANCELLED' : 'ENDED';
    },

    async lock(tx, id) {
      const [row] = await tx.query<SimulationRow>(UNDER_WAY, { id });
      return row === undefined ? undefined : restored(row);
    },

    async nextCases(tx, { window, after, requestedAt }, first) {
      const stored = await readCasesOfWindow(tx, window, after, first);
      const ids = stored.map(({ id }) => id);
      const finished = byCase(await readFinished(tx, ids));
      const decisions = byCase(await readDecisions(tx, ids));
      return stored.map((row) => ({
        ...{ caseId: row.id, receivedAt: row.received_at },
        ...present({ adoptionId: row.adoption_id }),
        // A version is a fact is an event.
        events: row.version,
        history: historyOf(row, finished(row.id), decisions(row.id), requestedAt),
      }));
    },

    async store(tx, simulation, page) {
      const rows = page.found.flatMap(({ caseId, differences }) =>
        differences.map((difference) => ({
          ...{ simulation_id: simulation.id, id: newId(), case_id: caseId },
          ...differenceColumns(difference),
        })),
      );
      if (rows.length > 0) await tx.insertMany('simulation_difference', rows);
      await advance(tx, simulation, page);
    },
  };
}

async function advance(
  tx: TenantTransaction,
  { id, after }: RunningSimulation,
  { cases, counts, isLast, at }: ReplayedPage,
): Promise<void> {
  const last = cases.at(-1) ?? after;
  await tx.execute(ADVANCE, {
    id,
    state: isLast ? 'DONE' : 'RUNNING',
    finishedAt: isLast ? at : null,
    cases: cases.length,
    events: cases.reduce((sum, { events }) => sum + events, 0),
    receivedAt: last?.receivedAt ?? null,
    caseId: last?.caseId ?? null,
    counts: JSON.stringify(counts),
  });
}

function restored(row: SimulationRow): RunningSimulation {
  const { cursor_received_at: receivedAt, cursor_id: caseId } = row;
  return {
    ...{ id: row.id, document: row.document, settings: row.settings, requestedAt: row.requested_at },
    window: { from: row.window_from, to: row.window_to },
    after: receivedAt === null || caseId === null ? undefined : { receivedAt, caseId },
    counts: JSON.parse(row.counts) as DifferenceCounts,
  };
}

function byCase<Row extends { readonly case_id: string }>(rows: readonly Row[]): (caseId: string) => readonly Row[] {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const group = grouped.get(row.case_id);
    if (group === undefined) grouped.set(row.case_id, [row]);
    else group.push(row);
  }
  return (caseId) => grouped.get(caseId) ?? [];
}
