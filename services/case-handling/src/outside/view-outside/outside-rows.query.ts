import type { TenantReader } from '@redress/persistence';
import type { LegalStepKind, ProceedingKind, ProceedingOutcome } from '../model/outside.model';

export interface LegalStepRow {
  readonly case_id: string;
  readonly id: string;
  readonly kind: LegalStepKind;
  readonly description: string;
  readonly reference: string | null;
  readonly dueAt: Date | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export interface ProceedingRow {
  readonly case_id: string;
  readonly id: string;
  readonly body: string;
  readonly kind: ProceedingKind;
  readonly reference: string | null;
  readonly round: number;
  readonly openedOn: Date;
  readonly dueAt: Date | null;
  readonly cooperation: string | null;
  readonly outcome: ProceedingOutcome | null;
  readonly outcomeNote: string | null;
  readonly endedAt: Date | null;
}

/** The legal steps of cases, the oldest first. */
export function readLegalSteps(reader: TenantReader, caseIds: readonly string[]): Promise<LegalStepRow[]> {
  return reader.query<LegalStepRow>(
    `SELECT l.case_id, l.id, l.kind, l.description, l.reference, l.due_at AS dueAt, l.recorded_at AS recordedAt,
       l.recorded_by AS recordedBy
     FROM legal_step l WHERE l.tenant_id = :tenantId AND l.case_id IN (:caseIds) ORDER BY l.case_id, l.id`,
    { caseIds },
  );
}

/** The proceedings of cases before bodies outside, the oldest first. */
export function readProceedings(reader: TenantReader, caseIds: readonly string[]): Promise<ProceedingRow[]> {
  return reader.query<ProceedingRow>(
    `SELECT p.case_id, p.id, p.body, p.kind, p.reference, p.round, p.opened_on AS openedOn, p.due_at AS dueAt,
       p.cooperation, p.outcome, p.outcome_note AS outcomeNote, p.ended_at AS endedAt
     FROM external_proceeding p WHERE p.tenant_id = :tenantId AND p.case_id IN (:caseIds) ORDER BY p.case_id, p.id`,
    { caseIds },
  );
}
