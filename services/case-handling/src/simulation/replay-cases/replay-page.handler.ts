import type { Clock } from '@redress/kernel';
import type { Database, TenantTransaction } from '@redress/persistence';
import { simulateCase, type CaseDifferences, type RegulationInForce } from '@redress/regulations';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import { countedIn } from '../model/simulation.model';
import type { ReplayedCase, RunningSimulation, SimulationRepository } from '../model/simulation.repository';

export interface ReplayDependencies {
  readonly database: Database;
  readonly simulations: SimulationRepository;
  readonly plans: CasePlans;
  readonly clock: Clock;
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
  const { database, simulations, clock } = dependencies;
  return database.transaction(tenantId, async (tx) => {
    const simulation = await simulations.lock(tx, simulationId);
    if (simulation === undefined) return false;
    const cases = await simulations.nextCases(tx, simulation, CASES_A_PAGE);
    const found = await differencesOf(tx, dependencies, dependencies.inForceOf(simulation), cases);
    const isLast = cases.length < CASES_A_PAGE;
    const counts = countedIn(simulation.counts, found);
    await simulations.store(tx, simulation, { cases, found, counts, isLast, at: clock.now() });
    return !isLast;
  });
}

async function differencesOf(
  tx: TenantTransaction,
  { plans }: ReplayDependencies,
  after: RegulationInForce,
  cases: readonly ReplayedCase[],
): Promise<readonly CaseDifferences[]> {
  const found: CaseDifferences[] = [];
  for (const { adoptionId, history } of cases) {
    const before = await plans.of(tx, adoptionId);
    // Under no regulation, nothing was measured that could be compared.
    if (before === undefined) continue;
    const differences = simulateCase(history, before, after);
    if (differences.differences.length > 0) found.push(differences);
  }
  return found;
}
