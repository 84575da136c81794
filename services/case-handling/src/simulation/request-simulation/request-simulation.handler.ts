import { accept, refuse, type Actor, type Clock, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { checkAdoption, type AdoptionRefusal, type Regulation } from '@redress/regulations';
import { inForceAt } from '../../adoption/model/adoption.model';
import type { AdoptionRepository } from '../../adoption/model/adoption.repository';
import type { RegulationLibrary } from '../../regulation-drafts/model/regulation-library.repository';
import { readDrafts, restoredDraft } from '../../regulation-drafts/view-drafts/draft-rows.query';

export interface SimulationDependencies {
  readonly database: Database;
  readonly adoptions: AdoptionRepository;
  readonly library: RegulationLibrary;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Which regulation is tried on which cases. */
export interface RequestSimulation {
  readonly regulation:
    | { readonly code: string; readonly version: number | undefined }
    /** Absent when the caller gave an id that cannot be one. */
    | { readonly draftId: string | undefined };
  /** Not checked yet; those in force, where they are absent. */
  readonly settings?: unknown;
  readonly window: { readonly from: Date; readonly to: Date };
}

export type SimulationCode =
  'CASE_SIMULATION_WINDOW_EMPTY' | 'CASE_SIMULATION_ENDED' | 'CASE_REGULATION_UNKNOWN' | 'NOT_FOUND' | AdoptionRefusal;
export type SimulationResult = CommandResult<{ readonly simulationId: string }, SimulationCode>;

const COUNT = `
  SELECT COUNT(*) AS cases FROM complaint_case c
  WHERE c.tenant_id = :tenantId AND c.received_at >= :from AND c.received_at < :to`;
const CANCEL = `
  UPDATE simulation s SET s.state = 'CANCELLED', s.finished_at = :now
  WHERE s.tenant_id = :tenantId AND s.id = :id AND s.state IN ('WAITING', 'RUNNING')`;
const EXISTS = 'SELECT s.id FROM simulation s WHERE s.tenant_id = :tenantId AND s.id = :id';

/** Asks for the cases of a window to be replayed under another regulation; a worker does it. */
export function requestSimulation(
  { database, adoptions, library, clock, newId }: SimulationDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: RequestSimulation,
): Promise<SimulationResult> {
  const identity = { tenantId, subject, operation: 'simulateRegulation', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { window } = command;
    const now = clock.now();
    if (window.from.getTime() >= window.to.getTime()) {
      return refuse({ code: 'CASE_SIMULATION_WINDOW_EMPTY', path: ['input', 'window'] });
    }
    const regulation = await regulationToTry(tx, library, command.regulation);
    if (regulation === undefined) return refuse(unknown(command));
    const settings = command.settings ?? inForceAt(await adoptions.all(tx), now)?.settings;
    const checked = checkAdoption(regulation, settings);
    if (!checked.ok) return { ok: false, refusals: checked.refusals.map(withinInput) };
    const [counted] = await tx.query<{ readonly cases: string }>(COUNT, window);
    const id = newId();
    await tx.insertMany('simulation', [
      {
        ...{ id, state: 'WAITING', requested_by: subject, requested_at: now },
        document: JSON.stringify(regulation),
        settings: JSON.stringify(checked.value),
        window_from: window.from,
        window_to: window.to,
        cases_of: Number(counted?.cases ?? 0),
        ...{ cases_done: 0, events_done: 0, counts: '{}' },
      },
    ]);
    return accept({ simulationId: id });
  });
}

/** Stops a simulation after the page that is under way; what it found stays. */
export function cancelSimulation(
  { database, clock }: SimulationDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: { readonly simulationId: string | undefined },
): Promise<SimulationResult> {
  const identity = { tenantId, subject, operation: 'cancelSimulation', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { simulationId: id } = command;
    const [found] = id === undefined ? [] : await tx.query<{ readonly id: string }>(EXISTS, { id });
    if (found === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'simulationId'] });
    const { affectedRows } = await tx.execute(CANCEL, { id: found.id, now: clock.now() });
    return affectedRows === 1 ? accept({ simulationId: found.id }) : refuse({ code: 'CASE_SIMULATION_ENDED' });
  });
}

async function regulationToTry(
  tx: TenantTransaction,
  library: RegulationLibrary,
  asked: RequestSimulation['regulation'],
): Promise<Regulation | undefined> {
  if ('code' in asked) return (await library.find(tx, asked.code, asked.version))?.regulation;
  const [draft] = asked.draftId === undefined ? [] : await readDrafts(tx, [asked.draftId]);
  return draft === undefined ? undefined : restoredDraft(draft, []).regulation;
}

function unknown({ regulation }: RequestSimulation): Refusal<SimulationCode> {
  if (!('code' in regulation)) return { code: 'NOT_FOUND', path: ['input', 'draftId'] };
  const { code, version } = regulation;
  return {
    code: 'CASE_REGULATION_UNKNOWN',
    path: ['input', 'regulation'],
    facts: { regulation: `${code} ${version ?? ''}`.trim() },
  };
}

function withinInput<Code extends string>(refusal: Refusal<Code>): Refusal<Code> {
  return { ...refusal, path: ['input', ...(refusal.path ?? ['settings'])] };
}
