import type { TenantReader } from '@redress/persistence';
import type { EmergencyStep } from '../model/emergency.model';

/** A row of `emergency_record`, by column. */
export interface EmergencyRow {
  readonly case_id: string;
  readonly id: string;
  readonly step: EmergencyStep;
  readonly content: string;
  readonly risk_score: number | null;
  readonly recorded_by: string;
  readonly recorded_at: Date;
}

/** What was done in the emergencies of cases, the oldest first; one statement. */
export function readEmergencyRecords(reader: TenantReader, caseIds: readonly string[]): Promise<EmergencyRow[]> {
  return reader.query<EmergencyRow>(
    `SELECT e.case_id, e.id, e.step, e.content, e.risk_score, e.recorded_by, e.recorded_at
     FROM emergency_record e WHERE e.tenant_id = :tenantId AND e.case_id IN (:caseIds) ORDER BY e.id`,
    { caseIds },
  );
}
