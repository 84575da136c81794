import type { InsertRow } from '@redress/persistence';
import type { Account, Side } from '../model/account.model';
import { balanced, type EntryKind, type JournalEntry, type Posting } from '../model/journal.model';
import type { LedgerRepository } from '../model/ledger.repository';

interface EntryRow {
  readonly id: string;
  readonly kind: EntryKind;
  readonly sequence: number;
  readonly currency: string;
  readonly booked_at: Date;
  readonly account: Account;
  readonly subaccount: string;
  readonly side: Side;
  readonly amount_minor: string;
  readonly department: string | null;
  readonly product: string | null;
  readonly cause: string | null;
}

export const ledgerInMysql: LedgerRepository = {
  async book(tx, entry) {
    const { id, source, kind, sequence = 1, currency, bookedAt, reverses = null, postings } = balanced(entry);
    await tx.insertMany('journal_entry', [
      {
        ...{ id, kind, sequence, currency, reverses },
        source_kind: source.kind,
        source_id: source.id,
        booked_at: bookedAt,
        effective_on: entry.effectiveOn ?? bookedAt.toISOString().slice(0, 10),
        memo: entry.memo ?? null,
      },
    ]);
    tx.insertAtCommit(
      'posting',
      postings.map((posting, index) => postingRow(entry, posting, index + 1)),
    );
  },

  async entryOf(tx, source, kind): Promise<JournalEntry> {
    const rows = await tx.query<EntryRow>(
      `SELECT e.id, e.kind, e.sequence, e.currency, e.booked_at, p.account, p.subaccount, p.side, p.amount_minor,
         p.department, p.product, p.cause
       FROM journal_entry e JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id
       WHERE e.tenant_id = :tenantId AND e.source_kind = :sourceKind AND e.source_id = :sourceId AND e.kind = :kind
       ORDER BY e.sequence, p.line`,
      { sourceKind: source.kind, sourceId: source.id, kind },
    );
    const [first] = rows;
    if (first === undefined) throw new Error(`${source.kind} ${source.id} has no ${kind} entry`);
    return {
      id: first.id,
      source,
      kind,
      sequence: first.sequence,
      currency: first.currency,
      bookedAt: first.booked_at,
      postings: rows.filter(({ id }) => id === first.id).map(postingOf),
    };
  },
};

function postingRow({ id, source, currency, bookedAt }: JournalEntry, posting: Posting, line: number): InsertRow {
  return {
    entry_id: id,
    line,
    source_kind: source.kind,
    source_id: source.id,
    account: posting.account,
    subaccount: posting.subaccount ?? '',
    side: posting.side,
    amount_minor: posting.amountMinor,
    currency,
    booked_at: bookedAt,
    department: posting.department ?? null,
    product: posting.product ?? null,
    cause: posting.cause ?? null,
  };
}

function postingOf({ account, subaccount, side, amount_minor, department, product, cause }: EntryRow): Posting {
  return {
    account,
    ...(subaccount === '' ? {} : { subaccount }),
    side,
    amountMinor: BigInt(amount_minor),
    ...(department === null ? {} : { department }),
    ...(product === null ? {} : { product }),
    ...(cause === null ? {} : { cause }),
  };
}
