import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { ReturnLoader } from './return.loader';

/** Returns by id; null for what does not exist, and for everybody who is not staff. */
export function returnReferences(returns: ReturnLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const returnId = fromGlobalId('ReturnAuthorisation', id);
        return returnId === undefined ? null : returns.find(context, 'id', returnId);
      }),
    );
}
