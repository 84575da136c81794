import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { SettlementLoader } from './settlement.loader';

/** Settlements by id; null for what does not exist or is not the viewer's. */
export function settlementReferences(settlements: SettlementLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const settlementId = fromGlobalId('Settlement', id);
        if (settlementId === undefined) return null;
        return (await settlements.find(context, 'id', settlementId))[0] ?? null;
      }),
    );
}

/**
 * Cases and complaints belong to other services, which decide who sees them; finance adds settlements to whatever it is
 * given. An id that does not exist, or is another organisation's, has none.
 */
export const parentReferences: ResolveReferences = async (representations) => representations.map(({ id }) => ({ id }));
