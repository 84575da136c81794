import type { TenantReader } from '@redress/persistence';
import type { StoredCase, StoredClock, StoredStage } from '../model/stored-case.model';

/** The columns of a case under the alias `c`, in the shape of `StoredCase`. */
export const CASE_COLUMNS = `
  c.id, c.version, c.number, c.complaint_id, c.customer_id, c.channel, c.category_id, c.category_code, c.product,
  c.region, c.order_number, c.line_number, c.adoption_id, c.state, c.outcome, c.validity, c.assignee, c.assignee_unit,
  c.received_at, c.opened_at, c.first_reply_at, c.closed_at, c.next_due_at, c.in_time, c.resolutions, c.imported,
  c.matter, c.level, c.level_ruled, c.level_because, c.round, c.departments, c.moments, c.kept, c.promised_reply_at`;

/** By what cases are looked up one by one. */
export type CaseKey = 'id' | 'complaint_id' | 'number';

/** Cases by one of their keys, in one statement; for a complainant only their own. */
export function readCases(
  reader: TenantReader,
  key: CaseKey,
  values: readonly string[],
  customerId: string | undefined,
): Promise<StoredCase[]> {
  const own = customerId === undefined ? '' : 'AND c.customer_id = :customerId';
  return reader.query<StoredCase>(
    `SELECT ${CASE_COLUMNS} FROM complaint_case c WHERE c.tenant_id = :tenantId AND c.${key} IN (:values) ${own}`,
    { values, ...(customerId === undefined ? {} : { customerId }) },
  );
}

/** The records of the stages of cases. */
export function readStages(reader: TenantReader, caseIds: readonly string[]): Promise<StoredStage[]> {
  return reader.query<StoredStage>(
    `SELECT g.case_id, g.stage, g.state, g.at, g.by_subject, g.approvals
     FROM case_stage g WHERE g.tenant_id = :tenantId AND g.case_id IN (:caseIds)`,
    { caseIds },
  );
}

/** The clocks of cases, oldest first. */
export function readClocks(reader: TenantReader, caseIds: readonly string[]): Promise<StoredClock[]> {
  return reader.query<StoredClock>(
    `SELECT k.case_id, k.id, k.stage, k.kind, k.state, k.started_at, k.due_at, k.stopped_at, k.proof
     FROM stage_clock k WHERE k.tenant_id = :tenantId AND k.case_id IN (:caseIds) ORDER BY k.case_id, k.id`,
    { caseIds },
  );
}
