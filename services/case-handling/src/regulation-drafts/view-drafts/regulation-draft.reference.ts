import { fromGlobalId, type GraphContext, type ResolveReferences } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { isStaff } from '../../complaint-case/model/case.rules';
import { toDraft } from './draft-view.mapper';
import { loadDraft } from './draft.loader';
import type { RegulationDraft } from './regulation-draft.gql';

/** A draft in the graph, read once for all who ask within a request. */
export async function draftById(
  database: Database,
  context: GraphContext,
  draftId: string,
): Promise<RegulationDraft | null> {
  const stored = await loadDraft(database, context, draftId);
  return stored === null ? null : toDraft(stored);
}

/** Drafts by their global ids; for staff alone. */
export function draftReferences(database: Database): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const draftId = fromGlobalId('RegulationDraft', id);
        return draftId === undefined || !isStaff(context.viewer) ? null : draftById(database, context, draftId);
      }),
    );
}
