import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { PaperLoader } from './paper.loader';

/** Papers by id; null for what does not exist or is not the viewer's. */
export function paperReferences(papers: PaperLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const paperId = fromGlobalId('FinancePaper', id);
        return paperId === undefined ? null : ((await papers.find(context, 'id', paperId))[0] ?? null);
      }),
    );
}
