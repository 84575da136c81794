import type { Account, Side } from '../model/account.model';
import { balanced, type EntryKind, type JournalEntry } from '../model/journal.model';
import type { LedgerRepository } from '../model/ledger.repository';

interface EntryRow {
  readonly id: string;
  readonly kind: EntryKind;
  readonly currency: string;
  readonly booked_at: Date;
  readonly account: Account;
  readonly side: Side;
  readonly amount_minor: string;
}

export const ledgerInMysql: LedgerRepository = {
  async book(tx, entry) {
    const { id, settlementId, kind, currency, bookedAt, reverses = null, postings } = balanced(entry);
    await tx.insertMany('journal_entry', [
      { id, settlement_id: settlementId, kind, currency, booked_at: bookedAt, reverses },
    ]);
    tx.insertAtCommit(
      'posting',
      postings.map(({ account, side, amountMinor }, index) => ({
        entry_id: id,
        line: index + 1,
        settlement_id: settlementId,
        account,
        side,
        amount_minor: amountMinor,
        currency,
        booked_at: bookedAt,
      })),
    );
  },

  async entryOf(tx, settlementId, kind): Promise<JournalEntry> {
    const rows = await tx.query<EntryRow>(
      `SELECT e.id, e.kind, e.currency, e.booked_at, p.account, p.side, p.amount_minor
       FROM journal_entry e JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id
       WHERE e.tenant_id = :tenantId AND e.settlement_id = :settlementId AND e.kind = :kind ORDER BY p.line`,
      { settlementId, kind },
    );
    const [first] = rows;
    if (first === undefined) throw new Error(`settlement ${settlementId} has no ${kind} entry`);
    return {
      id: first.id,
      settlementId,
      kind,
      currency: first.currency,
      bookedAt: first.booked_at,
      postings: rows.map(({ account, side, amount_minor }) => ({ account, side, amountMinor: BigInt(amount_minor) })),
    };
  },
};
