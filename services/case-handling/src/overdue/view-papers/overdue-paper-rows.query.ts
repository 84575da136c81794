import type { TenantReader } from '@redress/persistence';

/** A row of `overdue_paper`, by column. */
export interface OverduePaperRow {
  readonly case_id: string;
  readonly id: string;
  readonly kind: 'REMINDER' | 'OVERDUE_INQUIRY';
  readonly paper: string;
  readonly number: string;
  readonly stage: string | null;
  readonly due_at: Date | null;
  readonly addressees: string;
  readonly text: string | null;
  readonly issued_at: Date;
  readonly issued_by: string;
  readonly answered_at: Date | null;
  readonly answered_by: string | null;
  readonly cause: string | null;
  readonly measure: string | null;
  /** The adoption that binds the case. */
  readonly adoption_id: string | null;
}

export const OVERDUE_PAPER_COLUMNS = `
  p.case_id, p.id, p.kind, p.paper, p.number, p.stage, p.due_at, p.addressees, p.text, p.issued_at, p.issued_by,
  p.answered_at, p.answered_by, p.cause, p.measure, c.adoption_id`;

export const OVERDUE_PAPERS = `
  overdue_paper p JOIN complaint_case c ON c.tenant_id = p.tenant_id AND c.id = p.case_id`;

/** The papers on delays of cases, oldest first. */
export function readOverduePapers(reader: TenantReader, caseIds: readonly string[]): Promise<OverduePaperRow[]> {
  return reader.query<OverduePaperRow>(
    `SELECT ${OVERDUE_PAPER_COLUMNS} FROM ${OVERDUE_PAPERS}
     WHERE p.tenant_id = :tenantId AND p.case_id IN (:caseIds) ORDER BY p.case_id, p.issued_at, p.id`,
    { caseIds },
  );
}
