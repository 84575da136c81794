import { toGlobalId, toMoney, toUserErrors, type GraphContext, type UserError } from '@redress/graphql-runtime';
import type { CommandResult, Database } from '@redress/persistence';
import { visibilityOf } from '../../access/access.rules';
import type { Voucher, VoucherRedemption } from './voucher.gql';
import { redemptionsOf, vouchersById, type VoucherRecord } from './voucher.query';

/** The voucher as people see it. */
export function toVoucher({ id, amountMinor, remainingMinor, currency, ...voucher }: VoucherRecord): Voucher {
  return {
    ...voucher,
    id: toGlobalId('Voucher', id),
    amount: toMoney({ amountMinor: BigInt(amountMinor), currency }),
    remaining: toMoney({ amountMinor: BigInt(remainingMinor), currency }),
  };
}

/** Finds vouchers for one request. */
export class VoucherLoader {
  constructor(private readonly database: Database) {}

  async find(context: GraphContext, id: string): Promise<Voucher | null> {
    const { viewer } = context;
    const loader = context.loader<string, Voucher | null>('vouchers', async (ids) => {
      const records = await vouchersById(this.database.reader(viewer.tenantId), ids, visibilityOf(viewer));
      return records.map((record) => (record === null ? null : toVoucher(record)));
    });
    return (await loader.load(id)) ?? null;
  }

  async redemptions(context: GraphContext, id: string): Promise<VoucherRedemption[]> {
    const loader = context.loader<string, VoucherRedemption[]>('voucher-redemptions', async (ids) => {
      const groups = await redemptionsOf(this.database.reader(context.viewer.tenantId), ids);
      return groups.map((records) =>
        records.map(({ sequence, reference, redeemedAt, amountMinor, currency }) => ({
          ...{ sequence, reference, redeemedAt },
          amount: toMoney({ amountMinor: BigInt(amountMinor), currency }),
        })),
      );
    });
    return (await loader.load(id)) ?? [];
  }

  /** What a mutation answers: the voucher as it is now, or why it was refused. */
  async answer(
    { outcome, replayed }: CommandResult<string>,
    context: GraphContext,
  ): Promise<{ voucher: Voucher | null; replayed: boolean; userErrors: UserError[] }> {
    if (!outcome.ok) return { voucher: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const { viewer } = context;
    const reader = this.database.reader(viewer.tenantId);
    const [record] = await vouchersById(reader, [outcome.value], visibilityOf(viewer));
    return { voucher: record === null || record === undefined ? null : toVoucher(record), replayed, userErrors: [] };
  }
}
