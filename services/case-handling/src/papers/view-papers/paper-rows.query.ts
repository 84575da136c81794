import type { TenantReader } from '@redress/persistence';

export interface PaperRow {
  readonly case_id: string;
  readonly id: string;
  readonly paper: string;
  readonly number: string;
  readonly position: number;
  readonly round: number;
  readonly stage: string | null;
  readonly attached_to: string | null;
  readonly sections: string;
  readonly drawn_up_at: Date;
  readonly drawn_up_by: string;
}

export interface CopyRow {
  readonly case_id: string;
  readonly paper_id: string;
  readonly copy: number;
  readonly handed_at: Date;
  readonly handed_by: string;
}

/** The papers of cases, in the order in which they were drawn up. */
export function readPapers(reader: TenantReader, caseIds: readonly string[]): Promise<PaperRow[]> {
  return reader.query<PaperRow>(
    `SELECT p.case_id, p.id, p.paper, p.number, p.position, p.round, p.stage, p.attached_to, p.sections, p.drawn_up_at,
       p.drawn_up_by
     FROM case_paper p WHERE p.tenant_id = :tenantId AND p.case_id IN (:caseIds) ORDER BY p.case_id, p.position`,
    { caseIds },
  );
}

/** The copies of papers that were handed out. */
export function readCopies(reader: TenantReader, caseIds: readonly string[]): Promise<CopyRow[]> {
  return reader.query<CopyRow>(
    `SELECT y.case_id, y.paper_id, y.copy, y.handed_at, y.handed_by
     FROM case_paper_copy y WHERE y.tenant_id = :tenantId AND y.case_id IN (:caseIds)`,
    { caseIds },
  );
}
