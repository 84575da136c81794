import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { transferOf, TRANSFERS_OF_BATCH, type TransferRow } from '../adapters/bank-transfer.row';
import { BATCH_COLUMNS, type BatchRow } from '../adapters/transfer-batch.row';
import type { BatchState, Transfer } from '../model/transfer-batch.model';

/** A batch as readers see it. */
export type BatchRecord = BatchRow;

/** The batches, latest first. */
export function batchList(state: BatchState | undefined): KeysetList {
  return {
    name: 'bank-transfer-batches',
    order: { name: 'CREATED_AT_DESC', column: 'b.created_at', direction: 'descending' },
    idColumn: 'b.id',
    select: BATCH_COLUMNS,
    from: 'bank_transfer_batch b',
    where: `b.tenant_id = :tenantId${state === undefined ? '' : ' AND b.state = :state'}`,
    params: state === undefined ? {} : { state },
  };
}

/** The batches of these ids, in one statement. */
export async function batchesById(reader: TenantReader, ids: readonly string[]): Promise<(BatchRecord | null)[]> {
  const rows = await reader.query<BatchRow>(
    `SELECT ${BATCH_COLUMNS} FROM bank_transfer_batch b WHERE b.tenant_id = :tenantId AND b.id IN (:ids)`,
    { ids },
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

/** What stands in the file of a batch. */
export async function transfersOfBatch(reader: TenantReader, batchId: string): Promise<Transfer[]> {
  return (await reader.query<TransferRow>(TRANSFERS_OF_BATCH, { batchId })).map(transferOf);
}
