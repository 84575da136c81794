import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { PayoutLoader } from './payout.loader';

/** Payments by id; null for what does not exist, and for everybody who is not staff. */
export function payoutReferences(payouts: PayoutLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const payoutId = fromGlobalId('Payout', id);
        return payoutId === undefined ? null : payouts.find(context, payoutId);
      }),
    );
}
