import { canonicalJson } from '@redress/kernel';
import { StaleVersion, type TenantReader } from '@redress/persistence';
import type { PaperMark } from '../model/paper.model';
import type { PaperRepository } from '../model/paper.repository';
import { NEXT_IN_SERIES } from './document-numbers-mysql';
import { PAPER_COLUMNS, toPaper, type PaperRecord } from '../view-papers/paper-record.query';

/** A number has six digits, and more when there are more. */
const ADD = `
  INSERT INTO finance_paper (tenant_id, id, kind, number, series, year, serial, source_kind, source_id, settlement_id,
    case_id, customer_id, amount_minor, currency, content, content_sha256, supersedes, drawn_up_at, drawn_up_by, version)
  SELECT :tenantId, :id, :kind,
    CONCAT(d.series, d.year, '-', LPAD(d.last_serial, GREATEST(6, CHAR_LENGTH(d.last_serial)), '0')),
    d.series, d.year, d.last_serial, :sourceKind, :sourceId, :settlementId, :caseId, :customerId, :amountMinor, :currency,
    :content, :contentSha256, :supersedes, :drawnUpAt, :drawnUpBy, :version
  FROM document_series d WHERE d.tenant_id = :tenantId AND d.series = :series AND d.year = :year`;
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
  addAtCommit(tx, paper, { name, year }) {
    tx.executeAtCommit(NEXT_IN_SERIES, { series: name, year });
    tx.executeAtCommit(ADD, {
      ...{ series: name, year },
      id: paper.id,
      kind: paper.kind,
      sourceKind: paper.source.kind,
      sourceId: paper.source.id,
      settlementId: paper.settlementId ?? null,
      caseId: paper.caseId ?? null,
      customerId: paper.customerId ?? null,
      amountMinor: paper.amount?.amountMinor ?? null,
      currency: paper.amount?.currency ?? null,
      content: canonicalJson(paper.content),
      contentSha256: paper.contentSha256,
      supersedes: paper.supersedes ?? null,
      drawnUpAt: paper.drawnUpAt,
      drawnUpBy: paper.drawnUpBy,
      version: paper.version,
    });
  },

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
