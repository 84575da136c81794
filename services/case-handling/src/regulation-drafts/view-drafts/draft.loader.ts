import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { toDraft } from './draft-view.mapper';
import { readDrafts } from './draft-rows.query';
import type { RegulationDraft } from './regulation-draft.gql';

/** A draft, read once for all who ask within a request. */
export function loadDraft(database: Database, context: GraphContext, draftId: string): Promise<RegulationDraft | null> {
  const loader = context.loader<string, RegulationDraft>('regulation-drafts', async (draftIds) => {
    const found = await readDrafts(database.reader(context.viewer.tenantId), draftIds);
    const byId = new Map(found.map((stored) => [stored.id, stored]));
    return draftIds.map((id) => {
      const stored = byId.get(id);
      return stored === undefined ? null : toDraft(stored);
    });
  });
  return loader.load(draftId);
}
