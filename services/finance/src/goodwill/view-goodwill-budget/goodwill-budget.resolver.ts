import { CurrencyCodeScalar, requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { GoodwillBudget } from './goodwill-budget.gql';
import { goodwillBudgetOf, goodwillBudgetsOfYear, type GoodwillBudgetRecord } from './goodwill-budget.query';

@Resolver()
export class GoodwillBudgetResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => GoodwillBudget, {
    nullable: true,
    description: 'The goodwill budget of a currency, period and unit; null when none was set. For staff.',
  })
  async goodwillBudget(
    @Arg('currency', () => CurrencyCodeScalar, { description: 'Its currency.' }) currency: string,
    @Arg('month', () => String, {
      nullable: true,
      description: 'Its month: `2026-11`. Give either `month` or `period`.',
    })
    month: string | null,
    @Arg('period', () => String, { nullable: true, description: 'Its period: `2026-11`, `2026-Q4`, `2026`.' })
    period: string | null,
    @Arg('unit', () => ID, { nullable: true, description: 'Code of its unit; the whole organisation unless told.' })
    unit: string | null,
    @Ctx() context: GraphContext,
  ): Promise<GoodwillBudget | null> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const named = period ?? month;
    if (typeof named !== 'string') return null;
    const key = { currency, period: named, unit: unit ?? '' };
    const record = await goodwillBudgetOf(this.database.reader(tenantId), key);
    return record === undefined ? null : toGoodwillBudget(record);
  }

  @Directive('@authenticated')
  @Query(() => [GoodwillBudget], {
    description:
      'The goodwill budgets of a year, its quarters and months, of the organisation and its units. For staff.',
  })
  async goodwillBudgets(
    @Arg('year', () => Int, { description: 'The year in the organisation’s own calendar.' }) year: number,
    @Ctx() context: GraphContext,
  ): Promise<GoodwillBudget[]> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    return (await goodwillBudgetsOfYear(this.database.reader(tenantId), year)).map(toGoodwillBudget);
  }
}

/** The GraphQL form of a budget. */
export function toGoodwillBudget(record: GoodwillBudgetRecord): GoodwillBudget {
  const { limitMinor, reservedMinor, settledMinor, unit, ...plain } = record;
  const money = (amountMinor: bigint) => toMoney({ amountMinor, currency: record.currency });
  const [limit, reserved, settled] = [BigInt(limitMinor), BigInt(reservedMinor), BigInt(settledMinor)];
  return {
    ...plain,
    month: record.period,
    unit: unit === '' ? null : unit,
    limit: money(limit),
    reserved: money(reserved),
    settled: money(settled),
    remaining: money(limit - reserved - settled),
  };
}
