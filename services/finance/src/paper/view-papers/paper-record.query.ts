import type { PaperContent } from '../model/paper-content.model';
import type { PaperKind, PaperSource } from '../model/paper-kind.model';
import type { Paper } from '../model/paper.model';

export const PAPER_COLUMNS = `p.id, p.kind, p.number, p.source_kind AS sourceKind, p.source_id AS sourceId,
  p.settlement_id AS settlementId, p.case_id AS caseId, p.customer_id AS customerId, p.amount_minor AS amountMinor,
  p.currency, p.content, p.content_sha256 AS contentSha256, p.supersedes, p.drawn_up_at AS drawnUpAt,
  p.drawn_up_by AS drawnUpBy, p.voided_at AS voidedAt, p.version`;

/** A paper as its columns are read. */
export interface PaperRecord {
  readonly id: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly sourceKind: PaperSource;
  readonly sourceId: string;
  readonly settlementId: string | null;
  readonly caseId: string | null;
  readonly customerId: string | null;
  readonly amountMinor: string | null;
  readonly currency: string | null;
  readonly content: string;
  readonly contentSha256: string;
  readonly supersedes: string | null;
  readonly drawnUpAt: Date;
  readonly drawnUpBy: string;
  readonly voidedAt: Date | null;
  readonly version: number;
}

export function toPaper(record: PaperRecord): Paper {
  const { settlementId, caseId, customerId, amountMinor, currency, supersedes, voidedAt } = record;
  return {
    id: record.id,
    kind: record.kind,
    number: record.number,
    source: { kind: record.sourceKind, id: record.sourceId },
    ...(settlementId === null ? {} : { settlementId }),
    ...(caseId === null ? {} : { caseId }),
    ...(customerId === null ? {} : { customerId }),
    ...(amountMinor === null || currency === null ? {} : { amount: { amountMinor: BigInt(amountMinor), currency } }),
    content: JSON.parse(record.content) as PaperContent,
    contentSha256: record.contentSha256,
    ...(supersedes === null ? {} : { supersedes }),
    drawnUpAt: record.drawnUpAt,
    drawnUpBy: record.drawnUpBy,
    ...(voidedAt === null ? {} : { voidedAt }),
    version: Number(record.version),
  };
}
