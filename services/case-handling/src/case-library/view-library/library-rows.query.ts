import type { TenantReader } from '@redress/persistence';
import type { StoredLibraryEntry } from '../model/library-entry.model';

export const LIBRARY_COLUMNS = `
  l.id, l.version, l.case_id, l.state, l.title, l.category_code, l.facts, l.handling, l.lessons, l.redacted, l.proposed_by,
  l.proposed_at, l.edited_by, l.confirmed_anonymous, l.reviewed_by, l.reviewed_at, l.review_note, l.published_by,
  l.published_at`;

/** Entries by their ids; one statement. */
export function readLibraryEntries(reader: TenantReader, ids: readonly string[]): Promise<StoredLibraryEntry[]> {
  return reader.query<StoredLibraryEntry>(
    `SELECT ${LIBRARY_COLUMNS} FROM library_entry l WHERE l.tenant_id = :tenantId AND l.id IN (:ids)`,
    { ids },
  );
}
