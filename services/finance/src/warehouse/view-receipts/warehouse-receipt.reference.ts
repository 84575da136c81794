import { fromGlobalId, type GraphContext, type ResolveReferences } from '@redress/graphql-runtime';
import type { WarehouseReceiptLoader } from './warehouse-receipt.loader';

/** Receipts by id; null for what does not exist, and for everybody who is not staff. */
export function receiptReferences(receipts: WarehouseReceiptLoader): ResolveReferences {
  return byId('WarehouseReceipt', (context, id) => receipts.find(context, id));
}

/** Imports by id; null for what does not exist, and for everybody who is not staff. */
export function importReferences(receipts: WarehouseReceiptLoader): ResolveReferences {
  return byId('ReceiptImport', (context, id) => receipts.import(context, id));
}

function byId(type: string, find: (context: GraphContext, id: string) => Promise<object | null>): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const known = fromGlobalId(type, id);
        return known === undefined ? null : find(context, known);
      }),
    );
}
