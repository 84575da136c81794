import type { TenantTransaction } from '@redress/persistence';
import type { BookedAmount } from './exchange-difference.model';
import type { EntryKind, JournalEntry } from './journal.model';

/** The journal. Entries are only ever added. */
export interface LedgerRepository {
  /** Books an entry; throws before anything is written when it does not balance. */
  book(tx: TenantTransaction, entry: JournalEntry): Promise<void>;
  /** Books many entries with few statements; all of them or, when one does not balance, none. */
  bookMany(tx: TenantTransaction, entries: readonly JournalEntry[]): Promise<void>;
  /** The first entry of that kind for a source, as it was stored; throws when there is none. */
  entryOf(tx: TenantTransaction, source: JournalEntry['source'], kind: EntryKind): Promise<JournalEntry>;
  /** What earlier payments of a source have taken off its debt, and off the worth of that. */
  paidOf(tx: TenantTransaction, source: JournalEntry['source']): Promise<BookedAmount>;
}
