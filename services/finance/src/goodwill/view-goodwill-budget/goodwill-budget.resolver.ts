import { CurrencyCodeScalar, requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { GoodwillBudget } from './goodwill-budget.gql';
import { goodwillBudgetOf, type GoodwillBudgetRecord } from './goodwill-budget.query';

@Resolver()
export class GoodwillBudgetResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => GoodwillBudget, {
    nullable: true,
    description: 'The goodwill budget of a currency and month; null when none was set. For staff.',
  })
  async goodwillBudget(
    @Arg('currency', () => CurrencyCodeScalar, { description: 'Its currency.' }) currency: string,
    @Arg('month', () => String, { description: 'Its month: `2026-11`.' }) month: string,
    @Ctx() context: GraphContext,
  ): Promise<GoodwillBudget | null> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const record = await goodwillBudgetOf(this.database.reader(tenantId), currency, month);
    return record === undefined ? null : toGoodwillBudget(record);
  }
}

/** The GraphQL form of a budget. */
export function toGoodwillBudget(record: GoodwillBudgetRecord): GoodwillBudget {
  const { limitMinor, reservedMinor, settledMinor, ...plain } = record;
  const money = (amountMinor: bigint) => toMoney({ amountMinor, currency: record.currency });
  const [limit, reserved, settled] = [BigInt(limitMinor), BigInt(reservedMinor), BigInt(settledMinor)];
  return {
    ...plain,
    limit: money(limit),
    reserved: money(reserved),
    settled: money(settled),
    remaining: money(limit - reserved - settled),
  };
}
