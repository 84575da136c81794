import type { TenantReader } from '@redress/persistence';

/** A row of `gap_decision`, by column. */
export interface StoredGapDecision {
  readonly id: string;
  readonly version: number;
  readonly case_id: string | null;
  readonly adoption_id: string;
  readonly matter: string;
  readonly decision: string;
  readonly decided_by: string;
  readonly decided_at: Date;
  readonly approved_by: string | null;
  readonly approved_at: Date | null;
  readonly draft_id: string | null;
}

export const GAP_COLUMNS = `
  g.id, g.version, g.case_id, g.adoption_id, g.matter, g.decision, g.decided_by, g.decided_at, g.approved_by,
  g.approved_at, g.draft_id`;

/** Decisions on gaps by their ids, in one statement. */
export function readGapDecisions(reader: TenantReader, ids: readonly string[]): Promise<StoredGapDecision[]> {
  return reader.query<StoredGapDecision>(
    `SELECT ${GAP_COLUMNS} FROM gap_decision g WHERE g.tenant_id = :tenantId AND g.id IN (:ids)`,
    { ids },
  );
}
