import type { TenantReader } from '@redress/persistence';

/** Open cases of a person within a unit. */
export interface WorkloadRow {
  readonly assignee: string | null;
  readonly unit: string | null;
  readonly open_cases: string;
  readonly overdue_cases: string | null;
  readonly next_due_at: Date | null;
}

/** Open and overdue cases by person and unit, the most first; of one person, where a subject is given. One statement. */
export function readWorkload(reader: TenantReader, now: Date, subject?: string): Promise<WorkloadRow[]> {
  const own = subject === undefined ? '' : 'AND c.assignee = :subject';
  return reader.query<WorkloadRow>(
    `SELECT c.assignee, c.assignee_unit AS unit, COUNT(*) AS open_cases, SUM(c.next_due_at < :now) AS overdue_cases,
       MIN(c.next_due_at) AS next_due_at
     FROM complaint_case c WHERE c.tenant_id = :tenantId AND c.state <> 'CLOSED' ${own}
     GROUP BY c.assignee, c.assignee_unit ORDER BY open_cases DESC, c.assignee`,
    { now, ...(subject === undefined ? {} : { subject }) },
  );
}
