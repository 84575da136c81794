import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import { hasRole } from '@redress/kernel';
import { BOOK_READERS } from '../../access/access.rules';
import type { TransferBatchLoader } from './transfer-batch.loader';

/** Batches by id; null for what does not exist, and for everybody who does not read the books. */
export function transferBatchReferences(batches: TransferBatchLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const batchId = fromGlobalId('BankTransferBatch', id);
        return batchId === undefined || !hasRole(context.viewer, ...BOOK_READERS)
          ? null
          : batches.find(context, batchId);
      }),
    );
}
