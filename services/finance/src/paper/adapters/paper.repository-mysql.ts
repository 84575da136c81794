import { canonicalJson } from '@redress/kernel';
import { StaleVersion, type TenantReader } from '@redress/persistence';
import type { PaperMark } from '../model/paper.model';
import type { PaperRepository } from '../model/paper.repository';
import { PAPER_COLUMNS, toPaper, type PaperRecord } from './paper.mapper';

const MARKS = `
  SELECT m.position, m.kind, m.place, m.marked_by AS \`by\`, m.marked_at AS at, m.local_time AS printedTime, m.note,
    m.evidence_id AS evidenceId
  FROM finance_paper_mark m WHERE m.tenant_id = :tenantId AND m.paper_id = :paperId ORDER BY m.position`;

type MarkRecord = Omit<PaperMark, 'note' | 'evidenceId' | 'localTime'> & {
  readonly printedTime: string;
  readonly note: string | null;
  readonly evidenceId: string | null;
};

async function read(reader: TenantReader, id: string, locking: '' | ' FOR UPDATE') {
  const [record] = await reader.query<PaperRecord>(
    `SELECT ${PAPER_COLUMNS} FROM finance_paper p WHERE p.tenant_id = :tenantId AND p.id = :id${locking}`,
    { id },
  );
  return record === undefined ? undefined : toPaper(record);
}

/** Papers in MySQL. */
export const papersInMysql: PaperRepository = {
  add: (tx, paper, { series, year, serial }) =>
    tx.insertMany('finance_paper', [
      {
        id: paper.id,
        kind: paper.kind,
        number: paper.number,
        series,
        year,
        serial,
        source_kind: paper.source.kind,
        source_id: paper.source.id,
        settlement_id: paper.settlementId ?? null,
        case_id: paper.caseId ?? null,
        customer_id: paper.customerId ?? null,
        amount_minor: paper.amount?.amountMinor ?? null,
        currency: paper.amount?.currency ?? null,
        content: canonicalJson(paper.content),
        content_sha256: paper.contentSha256,
        supersedes: paper.supersedes ?? null,
        drawn_up_at: paper.drawnUpAt,
        drawn_up_by: paper.drawnUpBy,
        voided_at: null,
        version: paper.version,
      },
    ]),

  lock: (tx, id) => read(tx, id, ' FOR UPDATE'),
  find: (reader, id) => read(reader, id, ''),

  async lockInForce(tx, settlementId, kinds) {
    const records = await tx.query<PaperRecord>(
      `SELECT ${PAPER_COLUMNS} FROM finance_paper p
       WHERE p.tenant_id = :tenantId AND p.settlement_id = :settlementId AND p.voided_at IS NULL
         AND (:every OR p.kind IN (:kinds))
       ORDER BY p.id FOR UPDATE`,
      { settlementId, every: kinds === undefined, kinds: kinds ?? [] },
    );
    return records.map(toPaper);
  },

  async marks(reader, paperId) {
    const records = await reader.query<MarkRecord>(MARKS, { paperId });
    return records.map(({ note, evidenceId, printedTime, ...mark }) => ({
      ...mark,
      localTime: printedTime,
      ...(note === null ? {} : { note }),
      ...(evidenceId === null ? {} : { evidenceId }),
    }));
  },

  async mark(tx, { id, version }, mark) {
    await tx.insertMany('finance_paper_mark', [
      {
        paper_id: id,
        position: version,
        kind: mark.kind,
        place: mark.place,
        marked_by: mark.by,
        marked_at: mark.at,
        local_time: mark.localTime,
        note: mark.note ?? null,
        evidence_id: mark.evidenceId ?? null,
      },
    ]);
    const { affectedRows } = await tx.execute(
      `UPDATE finance_paper SET version = version + 1, voided_at = COALESCE(:voidedAt, voided_at)
       WHERE tenant_id = :tenantId AND id = :id AND version = :version`,
      { id, version, voidedAt: mark.kind === 'VOIDED' ? mark.at : null },
    );
    if (affectedRows !== 1) throw new StaleVersion('finance_paper', id, version, undefined);
  },
};
