import type { TenantReader } from '@redress/persistence';
import type { EightDState } from '../model/eight-d.model';

/** A row of `eight_d_report`, by column. */
export interface EightDRow {
  readonly case_id: string;
  readonly id: string;
  readonly report_version: number;
  readonly state: EightDState;
  readonly disciplines: string;
  readonly written_by: string;
  readonly written_at: Date;
  readonly signed_by: string | null;
  readonly signed_at: Date | null;
}

/** The 8D reports of cases, the oldest version first; one statement. */
export function readEightD(reader: TenantReader, caseIds: readonly string[]): Promise<EightDRow[]> {
  return reader.query<EightDRow>(
    `SELECT d.case_id, d.id, d.report_version, d.state, d.disciplines, d.written_by, d.written_at, d.signed_by, d.signed_at
     FROM eight_d_report d WHERE d.tenant_id = :tenantId AND d.case_id IN (:caseIds) ORDER BY d.case_id, d.report_version`,
    { caseIds },
  );
}
