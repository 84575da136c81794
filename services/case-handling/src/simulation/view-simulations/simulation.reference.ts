import { fromGlobalId, type GraphContext, type ResolveReferences } from '@redress/graphql-runtime';
import { hasRole, type Role } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { readSimulations } from './simulation-rows.query';
import { toSimulation } from './simulation-view.mapper';
import type { Simulation } from './simulation.gql';

/** Who may try regulations on past cases. */
export const SIMULATION_ROLES: readonly Role[] = ['manager', 'admin', 'auditor'];

/** A simulation, read once for all who ask within a request. */
export function loadSimulation(database: Database, context: GraphContext, id: string): Promise<Simulation | null> {
  const loader = context.loader<string, Simulation>('simulations', async (ids) => {
    const found = await readSimulations(database.reader(context.viewer.tenantId), ids);
    const byId = new Map(found.map((stored) => [stored.id, toSimulation(stored)]));
    return ids.map((each) => byId.get(each) ?? null);
  });
  return loader.load(id);
}

/** Simulations by their global ids; for those who may make one. */
export function simulationReferences(database: Database): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const simulationId = fromGlobalId('Simulation', id);
        if (simulationId === undefined || !hasRole(context.viewer, ...SIMULATION_ROLES)) return null;
        return loadSimulation(database, context, simulationId);
      }),
    );
}
