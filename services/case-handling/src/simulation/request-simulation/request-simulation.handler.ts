import { accept, refuse, type Actor, type Clock, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { checkAdoption, type AdoptionRefusal, type AdoptionSettings, type Regulation } from '@redress/regulations';
import { inForceAt } from '../../adoption/model/adoption.model';
import type { AdoptionRepository } from '../../adoption/model/adoption.repository';
import type { RegulationLibrary } from '../../regulation-drafts/model/regulation-library.repository';
import type { RegulationDraftRepository } from '../../regulation-drafts/model/regulation-draft.repository';
import type { SimulationRepository } from '../model/simulation.repository';

export interface SimulationDependencies {
  readonly database: Database;
  readonly adoptions: AdoptionRepository;
  readonly library: RegulationLibrary;
  readonly drafts: Pick<RegulationDraftRepository, 'find'>;
  readonly simulations: SimulationRepository;
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

/** Asks for the cases of a window to be replayed under another regulation; a worker does it. */
export function requestSimulation(
  dependencies: SimulationDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: RequestSimulation,
): Promise<SimulationResult> {
  const { database, adoptions, simulations, clock, newId } = dependencies;
  const identity = { tenantId, subject, operation: 'simulateRegulation', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { window } = command;
    const now = clock.now();
    if (window.from.getTime() >= window.to.getTime()) {
      return refuse({ code: 'CASE_SIMULATION_WINDOW_EMPTY', path: ['input', 'window'] });
    }
    const regulation = await regulationToTry(tx, dependencies, command.regulation);
    if (regulation === undefined) return refuse(unknown(command));
    const settings = command.settings ?? valuesFor(regulation, inForceAt(await adoptions.all(tx), now)?.settings);
    const checked = checkAdoption(regulation, settings);
    if (!checked.ok) return { ok: false, refusals: checked.refusals.map(withinInput) };
    const id = newId();
    const requested = { window, requestedBy: subject, requestedAt: now };
    await simulations.add(tx, { id, regulation, settings: checked.value, ...requested });
    return accept({ simulationId: id });
  });
}

/** Stops a simulation after the page that is under way; what it found stays. */
export function cancelSimulation(
  { database, simulations, clock }: SimulationDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: { readonly simulationId: string | undefined },
): Promise<SimulationResult> {
  const identity = { tenantId, subject, operation: 'cancelSimulation', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { simulationId: id } = command;
    const outcome = id === undefined ? 'UNKNOWN' : await simulations.cancel(tx, id, clock.now());
    if (id === undefined || outcome === 'UNKNOWN') {
      return refuse({ code: 'NOT_FOUND', path: ['input', 'simulationId'] });
    }
    return outcome === 'CANCELLED' ? accept({ simulationId: id }) : refuse({ code: 'CASE_SIMULATION_ENDED' });
  });
}

async function regulationToTry(
  tx: TenantTransaction,
  { library, drafts }: SimulationDependencies,
  asked: RequestSimulation['regulation'],
): Promise<Regulation | undefined> {
  if ('code' in asked) return (await library.find(tx, asked.code, asked.version))?.regulation;
  return asked.draftId === undefined ? undefined : (await drafts.find(tx, asked.draftId))?.regulation;
}

/** Of the values in force those that the regulation asks for too. */
function valuesFor({ openValues }: Regulation, inForce: AdoptionSettings | undefined): AdoptionSettings | undefined {
  if (inForce === undefined) return undefined;
  const asked = new Set(openValues.map(({ key }) => key));
  const values = Object.entries(inForce.openValues).filter(([key]) => asked.has(key));
  return { ...inForce, openValues: Object.fromEntries(values) };
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
