import type { TenantReader } from '@redress/persistence';
import type { DepartmentObjection } from './department-objection.gql';

type ObjectionRow = Omit<DepartmentObjection, 'upheld'> & {
  readonly case_id: string;
  readonly upheld: boolean | number | null;
};

/** The objections of departments to cases, the oldest first. */
export function readObjections(reader: TenantReader, caseIds: readonly string[]): Promise<ObjectionRow[]> {
  return reader.query<ObjectionRow>(
    `SELECT o.case_id, o.id, o.department, o.reason, o.raised_at AS raisedAt, o.raised_by AS raisedBy, o.upheld,
       o.decision, o.decided_at AS decidedAt, o.decided_by AS decidedBy
     FROM department_objection o WHERE o.tenant_id = :tenantId AND o.case_id IN (:caseIds) ORDER BY o.case_id, o.id`,
    { caseIds },
  );
}
