import type { Clock } from '@redress/kernel';
import type { Database, TenantTransaction } from '@redress/persistence';
import { simulateCase, type CaseDifferences, type RegulationInForce } from '@redress/regulations';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import type { StoredCase } from '../../complaint-case/model/stored-case.model';
import { countedIn, type DifferenceCounts } from '../model/simulation.model';
import { lockSimulation, storePage, type RunningSimulation } from './simulation.repository-mysql';
import { historyOf } from './case-history.mapper';
import { readCasesOfWindow, readDecisions, readFinished } from './history-rows.query';

export interface ReplayDependencies {
  readonly database: Database;
  readonly plans: CasePlans;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The regulation of a simulation; kept, since the same object is planned only once. */
  readonly inForceOf: (simulation: RunningSimulation) => RegulationInForce;
}

export const CASES_A_PAGE = 500;

/**
 * Replays the next page of a simulation and stores its differences with the position in one transaction, so that it can
 * be stopped anywhere and goes on where it stood. Answers whether there is more to do.
 */
export function replayPage(
  dependencies: ReplayDependencies,
  { tenantId, simulationId }: { readonly tenantId: string; readonly simulationId: string },
): Promise<boolean> {
  return dependencies.database.transaction(tenantId, async (tx) => {
    const simulation = await lockSimulation(tx, simulationId);
    if (simulation === undefined) return false;
    const cases = await readCasesOfWindow(tx, simulation.window, simulation.after, CASES_A_PAGE);
    const found = await differencesOf(tx, dependencies, simulation, cases);
    const isLast = cases.length < CASES_A_PAGE;
    const counts: DifferenceCounts = countedIn(simulation.counts, found);
    await storePage(tx, simulation, { cases, found, counts, isLast, at: dependencies.clock.now() }, dependencies.newId);
    return !isLast;
  });
}

async function differencesOf(
  tx: TenantTransaction,
  { plans, inForceOf }: ReplayDependencies,
  simulation: RunningSimulation,
  cases: readonly StoredCase[],
): Promise<readonly CaseDifferences[]> {
  const ids = cases.map(({ id }) => id);
  const finished = byCase(await readFinished(tx, ids));
  const decisions = byCase(await readDecisions(tx, ids));
  const after = inForceOf(simulation);
  const found: CaseDifferences[] = [];
  for (const stored of cases) {
    const before = await plans.of(tx, stored.adoption_id ?? undefined);
    // Under no regulation, nothing was measured that could be compared.
    if (before === undefined) continue;
    const history = historyOf(stored, finished(stored.id), decisions(stored.id), simulation.requestedAt);
    const differences = simulateCase(history, before, after);
    if (differences.differences.length > 0) found.push(differences);
  }
  return found;
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
