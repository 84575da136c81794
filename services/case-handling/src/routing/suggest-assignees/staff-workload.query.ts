import type { TenantReader } from '@redress/persistence';
import { STAFF_COLUMNS, type StoredStaffMember } from '../../staff/view-staff/staff-rows.query';

/** A member of staff with what lies on the desk. */
export interface StaffWorkload extends StoredStaffMember {
  readonly open_cases: string | null;
  readonly overdue_cases: string | null;
}

/** Everybody to whom a case could be given, with their open cases and those of them that are late; one statement. */
export function readStaffWorkload(reader: TenantReader, now: Date): Promise<StaffWorkload[]> {
  return reader.query<StaffWorkload>(
    `SELECT ${STAFF_COLUMNS}, w.open_cases, w.overdue_cases
     FROM staff_member s LEFT JOIN (
       SELECT c.assignee, COUNT(*) AS open_cases, SUM(c.next_due_at < :now) AS overdue_cases
       FROM complaint_case c
       WHERE c.tenant_id = :tenantId AND c.assignee IS NOT NULL AND c.state <> 'CLOSED' GROUP BY c.assignee
     ) w ON w.assignee = s.subject
     WHERE s.tenant_id = :tenantId AND s.active ORDER BY s.subject`,
    { now },
  );
}
