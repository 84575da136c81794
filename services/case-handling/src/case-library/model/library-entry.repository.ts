import type { TenantTransaction } from '@redress/persistence';
import type { StoredLibraryEntry } from './library-entry.model';

/** What changes of an entry, by column. */
export type EntryChange = Readonly<Record<string, string | boolean | Date | null>>;

/** Where entries of the case library are kept, and what a draft is made of. */
export interface LibraryEntries {
  find(tx: TenantTransaction, id: string): Promise<StoredLibraryEntry | undefined>;
  /** Answers false when the entry was changed in the meantime. */
  change(tx: TenantTransaction, entry: StoredLibraryEntry, change: EntryChange): Promise<boolean>;
  /** What was found out and decided in a case, and the names of the staff. */
  sourcesOf(
    tx: TenantTransaction,
    caseId: string,
  ): Promise<{ readonly facts: string; readonly handling: string; readonly staff: readonly string[] }>;
}
