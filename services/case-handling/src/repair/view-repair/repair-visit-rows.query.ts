import type { TenantReader } from '@redress/persistence';
import type { RepairState } from '../model/repair-visit.model';

/** A row of `repair_visit`, by column. */
export interface RepairVisitRow {
  readonly case_id: string;
  readonly id: string;
  readonly state: RepairState;
  readonly engineer: string;
  readonly visit_at: Date;
  readonly fault: string;
  readonly work_done: string | null;
  readonly repaired: number | null;
  readonly carried_out_at: Date | null;
  readonly solved: number | null;
}

/** The visits of field engineers of cases, the oldest first; one statement. */
export function readVisits(reader: TenantReader, caseIds: readonly string[]): Promise<RepairVisitRow[]> {
  return reader.query<RepairVisitRow>(
    `SELECT v.case_id, v.id, v.state, v.engineer, v.visit_at, v.fault, v.work_done, v.repaired, v.carried_out_at, v.solved
     FROM repair_visit v WHERE v.tenant_id = :tenantId AND v.case_id IN (:caseIds) ORDER BY v.id`,
    { caseIds },
  );
}
