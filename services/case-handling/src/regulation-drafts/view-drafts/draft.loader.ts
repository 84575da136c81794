import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { readDrafts, type StoredDraft } from './draft-rows.query';

/** A draft, read once for all who ask within a request. */
export function loadDraft(database: Database, context: GraphContext, draftId: string): Promise<StoredDraft | null> {
  const loader = context.loader<string, StoredDraft>('regulation-drafts', async (draftIds) => {
    const found = await readDrafts(database.reader(context.viewer.tenantId), draftIds);
    const byId = new Map(found.map((stored) => [stored.id, stored]));
    return draftIds.map((id) => byId.get(id) ?? null);
  });
  return loader.load(draftId);
}
