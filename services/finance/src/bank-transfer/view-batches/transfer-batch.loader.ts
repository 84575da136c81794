import { createHash } from 'node:crypto';
import { toGlobalId, toMoney, toUserErrors, type GraphContext, type UserError } from '@redress/graphql-runtime';
import type { CommandResult, Database } from '@redress/persistence';
import { maskedAccount } from '../model/account-number.model';
import { pain001 } from '../model/pain-001.model';
import type { BankTransferBatch } from './transfer-batch.gql';
import { batchesById, transfersOfBatch, type BatchRecord } from './transfer-batch.query';

/** The batch as people see it. */
export function toBatch(record: BatchRecord): BankTransferBatch {
  const { id, controlSumMinor, currency, debtorAccount, debtorAccountId: _account, ...batch } = record;
  return {
    ...batch,
    id: toGlobalId('BankTransferBatch', id),
    debtorAccount: maskedAccount({ scheme: 'LOCAL', account: debtorAccount }),
    controlSum: toMoney({ amountMinor: BigInt(controlSumMinor), currency }),
  };
}

/** Finds batches, and writes their files again. */
export class TransferBatchLoader {
  constructor(private readonly database: Database) {}

  async find(context: GraphContext, id: string): Promise<BankTransferBatch | null> {
    const loader = context.loader<string, BankTransferBatch | null>('bank-transfer-batches', async (ids) => {
      const records = await batchesById(this.database.reader(context.viewer.tenantId), ids);
      return records.map((record) => (record === null ? null : toBatch(record)));
    });
    return (await loader.load(id)) ?? null;
  }

  /** The file of a batch, once it is released. Throws when it would not be the file that was released. */
  async file({ viewer: { tenantId } }: GraphContext, id: string): Promise<string | null> {
    const reader = this.database.reader(tenantId);
    const [record] = await batchesById(reader, [id]);
    if (record === undefined || record === null || record.fileSha256 === null) return null;
    const { controlSumMinor, fileSha256, releasedBy: _by, releasedAt: _at, sentAt: _sent, ...batch } = record;
    const text = pain001({ ...batch, controlSumMinor: BigInt(controlSumMinor) }, await transfersOfBatch(reader, id));
    if (createHash('sha256').update(text).digest('hex') !== fileSha256) {
      throw new Error(`the file of batch ${id} is not the one that was released`);
    }
    return text;
  }

  /** What a mutation answers: the batch as it is now, or why it was refused. */
  async answer(
    { outcome, replayed }: CommandResult<string>,
    context: GraphContext,
  ): Promise<{ batch: BankTransferBatch | null; replayed: boolean; userErrors: UserError[] }> {
    if (!outcome.ok) return { batch: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const [record] = await batchesById(this.database.reader(context.viewer.tenantId), [outcome.value]);
    return { batch: record === null || record === undefined ? null : toBatch(record), replayed, userErrors: [] };
  }
}
