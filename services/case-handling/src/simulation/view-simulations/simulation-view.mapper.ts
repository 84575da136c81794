import { toGlobalId } from '@redress/graphql-runtime';
import type { DifferenceCounts, DifferenceKind } from '../model/simulation.model';
import type { StoredDifference, StoredSimulation } from './simulation-rows.query';
import { Simulation, SimulationDifference, type DifferenceCount } from './simulation.gql';

/** A simulation in the graph. */
export function toSimulation(stored: StoredSimulation): Simulation {
  return Object.assign(new Simulation(), {
    id: toGlobalId('Simulation', stored.id),
    simulationId: stored.id,
    state: stored.state,
    regulation: stored.regulation,
    version: Number(stored.regulation_version),
    from: stored.window_from,
    to: stored.window_to,
    requestedBy: stored.requested_by,
    requestedAt: stored.requested_at,
    finishedAt: stored.finished_at,
    progress: { cases: stored.cases_done, events: Number(stored.events_done), of: stored.cases_of },
    counts: toCounts(JSON.parse(stored.counts) as DifferenceCounts),
  });
}

/** A difference in the graph. */
export function toDifference(stored: StoredDifference): SimulationDifference {
  return Object.assign(new SimulationDifference(), {
    caseId: toGlobalId('Case', stored.case_id),
    kind: stored.kind,
    stage: stored.stage,
    before: stored.before_value,
    after: stored.after_value,
    beforeInTime: stored.before_in_time === null ? null : Boolean(stored.before_in_time),
    afterInTime: stored.after_in_time === null ? null : Boolean(stored.after_in_time),
  });
}

function toCounts(counts: DifferenceCounts): DifferenceCount[] {
  return Object.entries(counts).map(([key, n]) => {
    const [kind = '', stage] = key.split(':');
    return { kind: kind as DifferenceKind, stage: stage ?? null, n };
  });
}
