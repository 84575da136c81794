import type { TenantReader } from '@redress/persistence';
import type { FollowUpLeads, FollowUpMeans } from '../model/follow-up.model';

/** A row of `follow_up`, by column. */
export interface FollowUpRow {
  readonly case_id: string;
  readonly id: string;
  readonly means: FollowUpMeans;
  readonly reached: number;
  readonly satisfied: number | null;
  readonly result_score: number | null;
  readonly expectation_score: number | null;
  readonly attitude_score: number | null;
  readonly efficiency_score: number | null;
  readonly suggestions: string | null;
  readonly note: string | null;
  readonly leads_to: FollowUpLeads;
  readonly next_at: Date | null;
  readonly recorded_by: string;
  readonly recorded_at: Date;
}

const COLUMNS = `
  f.case_id, f.id, f.means, f.reached, f.satisfied, f.result_score, f.expectation_score, f.attitude_score,
  f.efficiency_score, f.suggestions, f.note, f.leads_to, f.next_at, f.recorded_by, f.recorded_at`;

/** The follow-ups of cases, the oldest first; one statement. */
export function readFollowUps(reader: TenantReader, caseIds: readonly string[]): Promise<FollowUpRow[]> {
  return reader.query<FollowUpRow>(
    `SELECT ${COLUMNS} FROM follow_up f WHERE f.tenant_id = :tenantId AND f.case_id IN (:caseIds) ORDER BY f.id`,
    { caseIds },
  );
}

/** Cases whose planned follow-up is due by a moment, the earliest first; one statement. */
export function readDueFollowUps(
  reader: TenantReader,
  by: Date,
  first: number,
): Promise<{ readonly case_id: string; readonly next_at: Date }[]> {
  return reader.query(
    `SELECT f.case_id, f.next_at FROM follow_up f
     WHERE f.tenant_id = :tenantId AND f.latest AND f.next_at IS NOT NULL AND f.next_at <= :by
     ORDER BY f.next_at, f.case_id LIMIT :first`,
    { by, first },
  );
}
