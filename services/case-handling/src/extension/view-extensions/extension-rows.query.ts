import type { TenantReader } from '@redress/persistence';
import type { ClockState } from '../../complaint-case/model/case.model';

/** A row of `extension` with the state of its clock. */
export interface ExtensionRow {
  readonly case_id: string;
  readonly id: string;
  readonly stage: string;
  readonly state: 'REQUESTED' | 'APPROVED' | 'REFUSED';
  readonly clock_state: ClockState;
  readonly due_before: Date;
  readonly requested_due_at: Date;
  readonly due_at: Date | null;
  readonly reason: string;
  readonly requested_at: Date;
  readonly requested_by: string;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly note: string | null;
}

/** The extensions of cases, oldest first. */
export function readExtensions(reader: TenantReader, caseIds: readonly string[]): Promise<ExtensionRow[]> {
  return reader.query<ExtensionRow>(
    `SELECT e.case_id, e.id, e.stage, e.state, k.state AS clock_state, e.due_before, e.requested_due_at, e.due_at,
       e.reason, e.requested_at, e.requested_by, e.decided_at, e.decided_by, e.note
     FROM extension e
     JOIN stage_clock k ON k.tenant_id = e.tenant_id AND k.case_id = e.case_id AND k.id = e.clock_id
     WHERE e.tenant_id = :tenantId AND e.case_id IN (:caseIds) ORDER BY e.case_id, e.id`,
    { caseIds },
  );
}
