import { fromGlobalId, type GraphContext, type ResolveReferences } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { CaseDetails } from './case-details.loader';
import { toCase } from './case-view.mapper';

/** Cases that other subgraphs refer to; the loader makes one statement of them. */
export function caseReferences(details: CaseDetails, clock: Clock): ResolveReferences {
  return (representations, context: GraphContext) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const caseId = fromGlobalId('Case', id);
        const stored = caseId === undefined ? null : await details.case(context, 'id', caseId);
        return stored === null ? null : toCase(stored, context.viewer, clock.now());
      }),
    );
}

/** Complaints belong to intake, which says whether they exist; here they only lead to their case. */
export const complaintReferences: ResolveReferences = (representations) =>
  Promise.resolve(representations.map(({ id }) => ({ id })));
