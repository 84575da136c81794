import type { RemedyKind } from '@redress/contracts';
import type { TenantReader } from '@redress/persistence';
import type { ConsentDecision, ReplyForm, ReplyPurpose, SettlementState, Validity } from '../model/case.model';
import type { ResolutionState } from '../model/resolution.transitions';

/** A resolution with one of its remedies. */
export interface ResolutionRow {
  readonly case_id: string;
  readonly id: string;
  readonly position: number;
  readonly state: ResolutionState;
  readonly text: string;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly rejection_reason: string | null;
  readonly communicated_at: Date | null;
  readonly return_reason: string | null;
  readonly return_maximum_minor: string | null;
  readonly return_currency: string | null;
  readonly remedy_id: string;
  readonly kind: RemedyKind;
  readonly order_number: string | null;
  readonly line_number: number | null;
  readonly amount_minor: string | null;
  readonly currency: string | null;
  readonly parts: string | null;
  readonly note: string | null;
  readonly settlement_id: string | null;
  readonly settlement_state: SettlementState | null;
}

export interface ConsentRow {
  readonly case_id: string;
  readonly resolution_id: string;
  readonly decision: ConsentDecision;
  readonly note: string | null;
  readonly recorded_by: string;
  readonly recorded_at: Date;
}

export interface InvestigationRow {
  readonly case_id: string;
  readonly id: string;
  readonly validity: Validity;
  readonly findings: string;
  readonly sections: string | null;
  readonly heard_complainant: number | null;
  readonly heard_complainee: number | null;
  readonly recorded_by: string;
  readonly recorded_at: Date;
}

export interface ReplyRow {
  readonly case_id: string;
  readonly id: string;
  readonly resolution_id: string | null;
  /** Null for one that is older than other purposes than decision and progress. */
  readonly purpose: ReplyPurpose | null;
  readonly form: ReplyForm;
  readonly text: string;
  readonly sent_by: string;
  readonly sent_at: Date;
}

/** Every resolution of the cases with its remedies, in one statement; a resolution has at least one. */
export function readResolutions(reader: TenantReader, caseIds: readonly string[]): Promise<ResolutionRow[]> {
  return reader.query<ResolutionRow>(
    `SELECT r.case_id, r.id, r.position, r.state, r.text, r.proposed_by, r.proposed_at, r.decided_by, r.decided_at,
       r.rejection_reason, r.communicated_at, r.return_reason, r.return_maximum_minor, r.return_currency,
       m.id AS remedy_id, m.kind, m.order_number, m.line_number, m.amount_minor, m.currency, m.parts, m.note,
       m.settlement_id, m.settlement_state
     FROM resolution r
     JOIN remedy m ON m.tenant_id = r.tenant_id AND m.case_id = r.case_id AND m.resolution_id = r.id
     WHERE r.tenant_id = :tenantId AND m.tenant_id = :tenantId AND r.case_id IN (:caseIds)
     ORDER BY r.case_id, r.position, m.position`,
    { caseIds },
  );
}

export function readConsents(reader: TenantReader, caseIds: readonly string[]): Promise<ConsentRow[]> {
  return reader.query<ConsentRow>(
    `SELECT n.case_id, n.resolution_id, n.decision, n.note, n.recorded_by, n.recorded_at
     FROM consent n WHERE n.tenant_id = :tenantId AND n.case_id IN (:caseIds) ORDER BY n.case_id, n.id`,
    { caseIds },
  );
}

export function readInvestigations(reader: TenantReader, caseIds: readonly string[]): Promise<InvestigationRow[]> {
  return reader.query<InvestigationRow>(
    `SELECT i.case_id, i.id, i.validity, i.findings, i.sections, i.heard_complainant,
       i.heard_complainee, i.recorded_by, i.recorded_at
     FROM investigation i WHERE i.tenant_id = :tenantId AND i.case_id IN (:caseIds) ORDER BY i.case_id, i.id`,
    { caseIds },
  );
}

export function readReplies(reader: TenantReader, caseIds: readonly string[]): Promise<ReplyRow[]> {
  return reader.query<ReplyRow>(
    `SELECT y.case_id, y.id, y.resolution_id, y.purpose, y.form, y.text, y.sent_by, y.sent_at
     FROM reply y WHERE y.tenant_id = :tenantId AND y.case_id IN (:caseIds) ORDER BY y.case_id, y.id`,
    { caseIds },
  );
}
