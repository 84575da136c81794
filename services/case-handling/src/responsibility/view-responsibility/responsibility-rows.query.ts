import type { TenantReader } from '@redress/persistence';
import type { ClaimState, Responsible, SanctionState } from '../model/responsibility.model';

/** A row of `responsibility`, by column. */
export interface ResponsibilityRow {
  readonly case_id: string;
  readonly id: string;
  readonly responsible: Responsible;
  readonly department: string | null;
  readonly person: string | null;
  readonly third_party: string | null;
  readonly reasons: string;
  readonly loss_lines: string | null;
  readonly loss_minor: string | null;
  readonly currency: string | null;
  readonly determined_by: string;
  readonly determined_at: Date;
}

/** A row of `sanction`, with the adoption of its case. */
export interface SanctionRow {
  readonly case_id: string;
  readonly adoption_id: string | null;
  readonly id: string;
  readonly determination_id: string;
  readonly sanction: string;
  readonly state: SanctionState;
  readonly person: string | null;
  readonly department: string | null;
  readonly amount_minor: string | null;
  readonly currency: string | null;
  readonly reason: string;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decision_reason: string | null;
  readonly published_at: Date | null;
  readonly paper: string | null;
  readonly paper_number: string | null;
}

/** A row of `supplier_claim`, by column. */
export interface ClaimRow {
  readonly case_id: string;
  readonly id: string;
  readonly third_party: string;
  readonly state: ClaimState;
  readonly amount_minor: string;
  readonly currency: string;
  readonly reason: string;
  readonly outcome: string | null;
  readonly opened_at: Date;
  readonly decided_at: Date | null;
}

const SANCTIONS = `
  SELECT s.case_id, c.adoption_id, s.id, s.determination_id, s.sanction, s.state, s.person, s.department, s.amount_minor,
    s.currency, s.reason, s.proposed_by, s.proposed_at, s.decided_by, s.decided_at, s.decision_reason, s.published_at,
    s.paper, s.paper_number
  FROM sanction s JOIN complaint_case c ON c.tenant_id = s.tenant_id AND c.id = s.case_id
  WHERE s.tenant_id = :tenantId AND c.tenant_id = :tenantId`;

/** Determinations of cases, the oldest first; one statement. */
export function readResponsibilities(reader: TenantReader, caseIds: readonly string[]): Promise<ResponsibilityRow[]> {
  return reader.query<ResponsibilityRow>(
    `SELECT r.case_id, r.id, r.responsible, r.department, r.person, r.third_party, r.reasons, r.loss_lines, r.loss_minor,
       r.currency, r.determined_by, r.determined_at
     FROM responsibility r WHERE r.tenant_id = :tenantId AND r.case_id IN (:caseIds) ORDER BY r.id`,
    { caseIds },
  );
}

/** Sanctions of cases, the oldest first; one statement. */
export function readSanctions(reader: TenantReader, caseIds: readonly string[]): Promise<SanctionRow[]> {
  return reader.query<SanctionRow>(`${SANCTIONS} AND s.case_id IN (:caseIds) ORDER BY s.id`, { caseIds });
}

const MOST = 1_000;

/** Approved sanctions of cases that were closed within a span; one statement. */
export function readSanctionsOfClosed(reader: TenantReader, from: Date, to: Date): Promise<SanctionRow[]> {
  return reader.query<SanctionRow>(
    `${SANCTIONS} AND s.state = 'APPROVED' AND c.closed_at >= :from AND c.closed_at < :to
     ORDER BY s.decided_at, s.id LIMIT ${MOST}`,
    { from, to },
  );
}

/** Claims of cases, the oldest first; one statement. */
export function readClaims(reader: TenantReader, caseIds: readonly string[]): Promise<ClaimRow[]> {
  return reader.query<ClaimRow>(
    `SELECT k.case_id, k.id, k.third_party, k.state, k.amount_minor, k.currency, k.reason, k.outcome, k.opened_at,
       k.decided_at
     FROM supplier_claim k WHERE k.tenant_id = :tenantId AND k.case_id IN (:caseIds) ORDER BY k.id`,
    { caseIds },
  );
}
