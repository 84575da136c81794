import { fromGlobalId, toGlobalId, type GraphContext, type ResolveReferences } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { holdsOneOf, isStaff } from '../../complaint-case/model/case.rules';
import type { StoredLibraryEntry } from '../model/library-entry.model';
import { LibraryEntry } from './library.gql';
import { readLibraryEntries } from './library-rows.query';

/** Who edits, reviews and supervises; other staff read what is published. */
export const LIBRARIANS = ['handler', 'supervisor', 'manager', 'auditor', 'admin'] as const;

/** Whether the viewer may read an entry. */
export function mayRead({ viewer }: GraphContext, { state }: Pick<StoredLibraryEntry, 'state'>): boolean {
  return isStaff(viewer) && (state === 'PUBLISHED' || holdsOneOf(viewer, LIBRARIANS));
}

/** An entry that the viewer may read. */
export async function loadLibraryEntry(
  database: Database,
  context: GraphContext,
  id: string,
): Promise<LibraryEntry | null> {
  const [stored] = await readLibraryEntries(database.reader(context.viewer.tenantId), [id]);
  return stored === undefined || !mayRead(context, stored) ? null : toLibraryEntry(stored);
}

/** Entries by their global ids, in one statement. */
export function libraryReferences(database: Database): ResolveReferences {
  return async (representations, context) => {
    const ids = representations.map(({ id }) => fromGlobalId('LibraryEntry', id));
    const known = ids.filter((id) => id !== undefined);
    if (known.length === 0) return representations.map(() => null);
    const found = await readLibraryEntries(database.reader(context.viewer.tenantId), known);
    const byId = new Map(found.filter((stored) => mayRead(context, stored)).map((stored) => [stored.id, stored]));
    return ids.map((id) => {
      const stored = id === undefined ? undefined : byId.get(id);
      return stored === undefined ? null : toLibraryEntry(stored);
    });
  };
}

/** An entry in the graph. */
export function toLibraryEntry(stored: StoredLibraryEntry): LibraryEntry {
  const redacted = JSON.parse(stored.redacted) as Readonly<Record<string, number>>;
  return Object.assign(new LibraryEntry(), {
    id: toGlobalId('LibraryEntry', stored.id),
    version: stored.version,
    state: stored.state,
    title: stored.title,
    category: stored.category_code,
    facts: stored.facts,
    handling: stored.handling,
    lessons: stored.lessons,
    redacted: Object.entries(redacted).map(([kind, count]) => ({ kind, count })),
    proposedBy: stored.proposed_by,
    proposedAt: stored.proposed_at,
    editedBy: stored.edited_by,
    reviewedBy: stored.reviewed_by,
    reviewNote: stored.review_note,
    publishedAt: stored.published_at,
  });
}
