import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { isStaff } from '../../complaint-case/model/case.rules';
import { loadDraft } from './draft.loader';

/** Drafts by their global ids; for staff alone. */
export function draftReferences(database: Database): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const draftId = fromGlobalId('RegulationDraft', id);
        return draftId === undefined || !isStaff(context.viewer) ? null : loadDraft(database, context, draftId);
      }),
    );
}
