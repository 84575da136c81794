import type { TenantReader } from '@redress/persistence';
import type { Visibility } from '../../access/access.rules';
import { PAPER_COLUMNS, toPaper, type PaperRecord } from './paper-record.query';
import type { PaperKind } from '../model/paper-kind.model';
import type { MarkKind, Paper } from '../model/paper.model';

/** Papers that are made for the customer. */
const FOR_CUSTOMERS: readonly PaperKind[] = ['CREDIT_NOTE', 'PAYMENT_ADVICE'];

/** By what papers are looked up, many at once. */
export type PaperKey = 'id' | 'number' | 'settlementId';

const KEY_COLUMNS: Readonly<Record<PaperKey, string>> = {
  id: 'p.id',
  number: 'p.number',
  settlementId: 'p.settlement_id',
};

/** The condition under which a person sees a paper, with its parameters. */
export function papersVisibleTo(visibility: Visibility): {
  readonly sql: string;
  readonly params: Record<string, unknown>;
} {
  switch (visibility.kind) {
    case 'organisation':
      return { sql: 'p.tenant_id = :tenantId', params: {} };
    case 'customer':
      return {
        sql: 'p.tenant_id = :tenantId AND p.customer_id = :ownCustomerId AND p.kind IN (:forCustomers)',
        params: { ownCustomerId: visibility.customerId, forCustomers: FOR_CUSTOMERS },
      };
    case 'nothing':
      return { sql: 'p.tenant_id = :tenantId AND FALSE', params: {} };
  }
}

/** The papers under each key, oldest first, in one statement. */
export async function papersBy(
  reader: TenantReader,
  key: PaperKey,
  values: readonly string[],
  visibility: Visibility,
): Promise<Paper[][]> {
  const visible = papersVisibleTo(visibility);
  const records = await reader.query<PaperRecord>(
    `SELECT ${PAPER_COLUMNS} FROM finance_paper p
     WHERE ${visible.sql} AND ${KEY_COLUMNS[key]} IN (:values) ORDER BY p.drawn_up_at, p.id`,
    { values: [...new Set(values)], ...visible.params },
  );
  const groups = new Map<string, Paper[]>(values.map((value) => [value, []]));
  for (const record of records) groups.get(record[key] ?? '')?.push(toPaper(record));
  return values.map((value) => groups.get(value) ?? []);
}

/** What happened to a paper, as readers see it. */
export interface MarkRecord {
  readonly paperId: string;
  readonly kind: MarkKind;
  readonly place: string;
  readonly by: string;
  readonly at: Date;
  readonly note: string | null;
}

/** What happened to each of the papers, in order, in one statement. */
export async function marksOfPapers(reader: TenantReader, paperIds: readonly string[]): Promise<MarkRecord[][]> {
  const records = await reader.query<MarkRecord>(
    `SELECT m.paper_id AS paperId, m.kind, m.place, m.marked_by AS \`by\`, m.marked_at AS at, m.note
     FROM finance_paper_mark m WHERE m.tenant_id = :tenantId AND m.paper_id IN (:paperIds)
     ORDER BY m.paper_id, m.position`,
    { paperIds: [...new Set(paperIds)] },
  );
  return paperIds.map((id) => records.filter(({ paperId }) => paperId === id));
}
