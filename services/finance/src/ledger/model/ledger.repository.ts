import type { TenantTransaction } from '@redress/persistence';
import type { EntryKind, JournalEntry } from './journal.model';

/** The journal. Entries are only ever added. */
export interface LedgerRepository {
  /** Books an entry; throws before anything is written when it does not balance. */
  book(tx: TenantTransaction, entry: JournalEntry): Promise<void>;
  /** The entry of that kind for a settlement, as it was stored; throws when there is none. */
  entryOf(tx: TenantTransaction, settlementId: string, kind: EntryKind): Promise<JournalEntry>;
}
