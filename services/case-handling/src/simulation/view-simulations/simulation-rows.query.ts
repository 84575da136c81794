import type { TenantReader } from '@redress/persistence';
import type { DifferenceKind, SimulationState } from '../model/simulation.model';

/** A row of `simulation`, without the document. */
export interface StoredSimulation {
  readonly id: string;
  readonly state: SimulationState;
  readonly regulation: string;
  readonly regulation_version: string;
  readonly window_from: Date;
  readonly window_to: Date;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly finished_at: Date | null;
  readonly cases_of: number;
  readonly cases_done: number;
  readonly events_done: string;
  readonly counts: string;
}

/** A row of `simulation_difference`, by column. */
export interface StoredDifference {
  readonly id: string;
  readonly case_id: string;
  readonly kind: DifferenceKind;
  readonly stage: string | null;
  readonly before_value: string | null;
  readonly before_in_time: boolean | number | null;
  readonly after_value: string | null;
  readonly after_in_time: boolean | number | null;
}

export const SIMULATION_COLUMNS = `
  s.id, s.state, JSON_VALUE(s.document, '$.id') AS regulation, JSON_VALUE(s.document, '$.version') AS regulation_version,
  s.window_from, s.window_to, s.requested_by, s.requested_at, s.finished_at, s.cases_of, s.cases_done, s.events_done,
  s.counts`;
export const DIFFERENCE_COLUMNS = `
  d.id, d.case_id, d.kind, d.stage, d.before_value, d.before_in_time, d.after_value, d.after_in_time`;

/** Simulations by their ids, in one statement. */
export function readSimulations(reader: TenantReader, ids: readonly string[]): Promise<StoredSimulation[]> {
  return reader.query<StoredSimulation>(
    `SELECT ${SIMULATION_COLUMNS} FROM simulation s WHERE s.tenant_id = :tenantId AND s.id IN (:ids)`,
    { ids },
  );
}
