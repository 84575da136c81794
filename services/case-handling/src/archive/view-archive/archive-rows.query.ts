import type { TenantReader } from '@redress/persistence';

/** A row of `archived_case`, by column. */
export interface ArchiveRow {
  readonly case_id: string;
  readonly id: string;
  readonly archive_number: string;
  readonly year: number;
  readonly state: 'ARCHIVED' | 'DESTROYED';
  readonly archived_by: string;
  readonly archived_at: Date;
  readonly keep_until: Date;
  readonly holds: number;
  readonly destruction_proposed_by: string | null;
  readonly destruction_proposed_at: Date | null;
  readonly destruction_reason: string | null;
  readonly destroyed_by: string | null;
  readonly destroyed_at: Date | null;
}

/** A row of `legal_hold`, by column. */
export interface HoldRow {
  readonly case_id: string;
  readonly id: string;
  readonly reason: string;
  readonly placed_by: string;
  readonly placed_at: Date;
  readonly lifted_by: string | null;
  readonly lifted_at: Date | null;
}

export const ARCHIVE_COLUMNS = `
  z.case_id, z.case_id AS id, z.archive_number, z.year, z.state, z.archived_by, z.archived_at, z.keep_until, z.holds,
  z.destruction_proposed_by, z.destruction_proposed_at, z.destruction_reason, z.destroyed_by, z.destroyed_at`;

/** The files of cases; one statement. */
export function readFiles(reader: TenantReader, caseIds: readonly string[]): Promise<ArchiveRow[]> {
  return reader.query<ArchiveRow>(
    `SELECT ${ARCHIVE_COLUMNS} FROM archived_case z WHERE z.tenant_id = :tenantId AND z.case_id IN (:caseIds)`,
    { caseIds },
  );
}

/** The legal holds of cases, the oldest first; one statement. */
export function readHolds(reader: TenantReader, caseIds: readonly string[]): Promise<HoldRow[]> {
  return reader.query<HoldRow>(
    `SELECT h.case_id, h.id, h.reason, h.placed_by, h.placed_at, h.lifted_by, h.lifted_at
     FROM legal_hold h WHERE h.tenant_id = :tenantId AND h.case_id IN (:caseIds) ORDER BY h.id`,
    { caseIds },
  );
}
