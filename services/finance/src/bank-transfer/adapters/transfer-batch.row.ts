import type { TransferBatch } from '../model/transfer-batch.model';

/** A row of `bank_transfer_batch` as {@link BATCH_COLUMNS} reads it. */
export interface BatchRow extends Omit<
  TransferBatch,
  'controlSumMinor' | 'fileSha256' | 'releasedBy' | 'releasedAt' | 'sentBy' | 'sentAt'
> {
  readonly controlSumMinor: string;
  readonly fileSha256: string | null;
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
  readonly sentBy: string | null;
  readonly sentAt: Date | null;
}

export const BATCH_COLUMNS = `b.id, b.message_id AS messageId, b.state, b.currency, b.debtor_name AS debtorName,
  b.debtor_account_id AS debtorAccountId, b.debtor_account AS debtorAccount, b.execute_on AS executeOn, b.transactions,
  b.control_sum_minor AS controlSumMinor, b.file_sha256 AS fileSha256, b.created_by AS createdBy,
  b.created_at AS createdAt, b.released_by AS releasedBy, b.released_at AS releasedAt, b.sent_by AS sentBy,
  b.sent_at AS sentAt, b.version`;

/** The batch of a row. */
export function batchFromRow(row: BatchRow): TransferBatch {
  const { controlSumMinor, fileSha256, releasedBy, releasedAt, sentBy, sentAt, ...batch } = row;
  return {
    ...batch,
    controlSumMinor: BigInt(controlSumMinor),
    ...(fileSha256 === null ? {} : { fileSha256 }),
    ...(releasedBy === null ? {} : { releasedBy }),
    ...(releasedAt === null ? {} : { releasedAt }),
    ...(sentBy === null ? {} : { sentBy }),
    ...(sentAt === null ? {} : { sentAt }),
  };
}

/** The row of a new batch. */
export function batchRow(batch: TransferBatch) {
  const { id, state, currency, transactions, version } = batch;
  return {
    ...{ id, state, currency, transactions, version },
    message_id: batch.messageId,
    debtor_name: batch.debtorName,
    debtor_account_id: batch.debtorAccountId,
    debtor_account: batch.debtorAccount,
    execute_on: batch.executeOn,
    control_sum_minor: batch.controlSumMinor,
    created_by: batch.createdBy,
    created_at: batch.createdAt,
  };
}
