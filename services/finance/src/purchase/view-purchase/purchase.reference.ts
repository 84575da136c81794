import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { PurchaseLoader } from './purchase.loader';

/** Orders by id; null for what does not exist, and for everybody who is not staff. */
export function purchaseReferences(purchases: PurchaseLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const purchaseId = fromGlobalId('Purchase', id);
        return purchaseId === undefined ? null : purchases.find(context, 'id', purchaseId);
      }),
    );
}
