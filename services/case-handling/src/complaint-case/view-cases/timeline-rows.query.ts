import type { TenantReader } from '@redress/persistence';
import type { FactType } from '../../case-facts.model';

export interface TimelineRow {
  readonly case_id: string;
  readonly sequence: number;
  readonly type: FactType;
  readonly at: Date;
  readonly by_subject: string;
  readonly stage: string | null;
  readonly article_zh: string | null;
  readonly article_en: string | null;
  readonly details: string;
}

/** The entries of cases within a span of sequences, which are contiguous, so that one statement serves many cases. */
export function readTimeline(
  reader: TenantReader,
  caseIds: readonly string[],
  span: { readonly after: number; readonly first: number },
): Promise<TimelineRow[]> {
  return reader.query<TimelineRow>(
    `SELECT t.case_id, t.sequence, t.type, t.at, t.by_subject, t.stage, t.article_zh, t.article_en, t.details
     FROM timeline_entry t
     WHERE t.tenant_id = :tenantId AND t.case_id IN (:caseIds) AND t.sequence > :after AND t.sequence <= :upTo
     ORDER BY t.case_id, t.sequence`,
    { caseIds, after: span.after, upTo: span.after + span.first },
  );
}
