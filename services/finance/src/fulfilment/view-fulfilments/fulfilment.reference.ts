import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import { isStaff } from '../../access/access.rules';
import type { FulfilmentLoader } from './fulfilment.loader';

/** Fulfilments by id; null for what does not exist, and for everybody who is not staff. */
export function fulfilmentReferences(fulfilments: FulfilmentLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const fulfilmentId = fromGlobalId('Fulfilment', id);
        if (fulfilmentId === undefined || !isStaff(context.viewer)) return null;
        return fulfilments.find(context, fulfilmentId);
      }),
    );
}
