import type { TenantReader } from '@redress/persistence';
import type { StageKind } from '@redress/regulations';
import { CASE_COLUMNS } from '../../complaint-case/view-cases/case-rows.query';
import type { PageStart } from '../model/simulation.model';
import type { StoredCase } from '../../complaint-case/model/stored-case.model';

/** That a stage was finished, by the record of the stage or by its clock. */
export interface FinishedRow {
  readonly case_id: string;
  readonly stage: string;
  /** Null for a record, which knows no kind. */
  readonly kind: StageKind | null;
  readonly at: Date;
}

/** A decision on a resolution with one sum of its remedies. */
export interface DecisionRow {
  readonly case_id: string;
  readonly id: string;
  readonly roles: string | null;
  readonly parties: string | null;
  readonly amount_minor: string | null;
  readonly currency: string | null;
}

const FINISHED = `
  SELECT g.case_id, g.stage, NULL AS kind, g.at FROM case_stage g
  WHERE g.tenant_id = :tenantId AND g.case_id IN (:caseIds) AND g.state = 'DONE'
  UNION ALL
  SELECT k.case_id, k.stage, k.kind, k.stopped_at AS at FROM stage_clock k
  WHERE k.tenant_id = :tenantId AND k.case_id IN (:caseIds) AND k.state = 'COMPLETED' AND k.stopped_at IS NOT NULL`;
const DECISIONS = `
  SELECT r.case_id, r.id, s.roles, s.parties, SUM(m.amount_minor) AS amount_minor, m.currency
  FROM resolution r
  LEFT JOIN staff_member s ON s.tenant_id = r.tenant_id AND s.subject = r.decided_by
  LEFT JOIN remedy m ON m.tenant_id = r.tenant_id AND m.case_id = r.case_id AND m.resolution_id = r.id
  WHERE r.tenant_id = :tenantId AND r.case_id IN (:caseIds) AND r.decided_by IS NOT NULL
  GROUP BY r.case_id, r.id, s.roles, s.parties, m.currency`;

/** The next cases of a window, in the order of their receipt; one statement. */
export function readCasesOfWindow(
  reader: TenantReader,
  window: { readonly from: Date; readonly to: Date },
  after: PageStart | undefined,
  first: number,
): Promise<StoredCase[]> {
  const next = after === undefined ? '' : 'AND (c.received_at, c.id) > (:receivedAt, :caseId)';
  return reader.query<StoredCase>(
    `SELECT ${CASE_COLUMNS} FROM complaint_case c
     WHERE c.tenant_id = :tenantId AND c.received_at >= :from AND c.received_at < :to ${next}
     ORDER BY c.received_at, c.id LIMIT ${first}`,
    { ...window, ...after },
  );
}

/** When stages of cases were finished; one statement. */
export function readFinished(reader: TenantReader, caseIds: readonly string[]): Promise<FinishedRow[]> {
  return reader.query<FinishedRow>(FINISHED, { caseIds });
}

/** Who decided on what sums, with the roles and parties of the decider today; one statement. */
export function readDecisions(reader: TenantReader, caseIds: readonly string[]): Promise<DecisionRow[]> {
  return reader.query<DecisionRow>(DECISIONS, { caseIds });
}
