import { toGlobalId, toMoney, toUserErrors, type GraphContext, type UserError } from '@redress/graphql-runtime';
import type { CommandResult, Database } from '@redress/persistence';
import { maskedAccount } from '../model/account-number.model';
import { bankFileOf } from './bank-file.query';
import type { BankTransferBatch } from './transfer-batch.gql';
import { batchesById, type BatchRecord } from './transfer-batch.query';

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

/** Finds batches and their files. */
export class TransferBatchLoader {
  constructor(private readonly database: Database) {}

  async find(context: GraphContext, id: string): Promise<BankTransferBatch | null> {
    const loader = context.loader<string, BankTransferBatch | null>('bank-transfer-batches', async (ids) => {
      const records = await batchesById(this.database.reader(context.viewer.tenantId), ids);
      return records.map((record) => (record === null ? null : toBatch(record)));
    });
    return (await loader.load(id)) ?? null;
  }

  /** The file of a batch, once it is released. */
  async file({ viewer: { tenantId } }: GraphContext, id: string): Promise<string | null> {
    return (await bankFileOf(this.database.reader(tenantId), id))?.text ?? null;
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
