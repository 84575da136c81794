import {
  readGlobalId,
  MoneyInput,
  readMoney,
  requireRole,
  toUserErrors,
  UserError,
  type GraphContext,
} from '@redress/graphql-runtime';
import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { BUDGET_SETTERS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { BudgetKey } from '../model/goodwill-budget.model';
import { GoodwillBudget } from '../view-goodwill-budget/goodwill-budget.gql';
import { goodwillBudgetOf } from '../view-goodwill-budget/goodwill-budget.query';
import { toGoodwillBudget } from '../view-goodwill-budget/goodwill-budget.resolver';
import { setGoodwillBudget, type BudgetDependencies } from './set-goodwill-budget.handler';

@InputType({ description: 'How much goodwill a period may cost, in the whole organisation or in one unit.' })
export class SetGoodwillBudgetInput {
  @Field(() => String, { description: 'Made by the client; the same key sets once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Month in the organisation’s own calendar: `2026-11`. Give either `month` or `period`.',
  })
  month?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Month, quarter or year in the organisation’s own calendar: `2026-11`, `2026-Q4`, `2026`.',
  })
  period?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Code of the unit that it is of (`OrganisationUnit.code`), by which members of staff name it; the whole organisation unless told. Goodwill of its cases, and what its staff hand over, is then given from it.',
  })
  unit?: string | null;

  @Field(() => MoneyInput, { description: 'What may be given in all; not below what is promised and paid already.' })
  amount!: MoneyInput;

  @Field(() => Int, { defaultValue: 0, description: 'The version that was seen; 0 for a budget that was not set yet.' })
  expectedVersion!: number;
}

@ObjectType({ description: 'What came of `setGoodwillBudget`.' })
export class SetGoodwillBudgetPayload {
  @Field(() => GoodwillBudget, { nullable: true, description: 'The budget; null when it was refused.' })
  budget!: GoodwillBudget | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class SetGoodwillBudgetResolver {
  constructor(private readonly dependencies: BudgetDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => SetGoodwillBudgetPayload, {
    description:
      'Sets the goodwill budget of a currency and period, and unit if told. For managers and administrators.',
  })
  async setGoodwillBudget(
    @Arg('input', () => SetGoodwillBudgetInput, { description: 'The budget.' }) input: SetGoodwillBudgetInput,
    @Ctx() context: GraphContext,
  ): Promise<SetGoodwillBudgetPayload> {
    const { tenantId, subject } = requireRole(context, ...BUDGET_SETTERS);
    const key = keyOf(input);
    const { outcome, replayed } = key.ok
      ? await this.set(tenantId, subject, input, key.value)
      : { outcome: key, replayed: false };
    if (!key.ok || !outcome.ok) {
      return { budget: null, replayed, userErrors: toUserErrors(outcome.ok ? [] : outcome.refusals, context) };
    }
    const record = await goodwillBudgetOf(this.dependencies.database.reader(tenantId), key.value);
    return { budget: record === undefined ? null : toGoodwillBudget(record), replayed, userErrors: [] };
  }

  private set(
    tenantId: string,
    subject: string,
    { idempotencyKey, amount, expectedVersion }: SetGoodwillBudgetInput,
    { period, unit }: BudgetKey,
  ): Promise<CommandResult<string>> | CommandResult<string> {
    const unusable = unusableKey(idempotencyKey);
    if (unusable !== undefined) return unusable;
    const read = readMoney(amount, ['input', 'amount']);
    if (!read.ok) return { outcome: read, replayed: false };
    const command = { tenantId, subject, idempotencyKey, period, amount: read.value, expectedVersion };
    return setGoodwillBudget({ ...command, ...(unit === undefined ? {} : { unit }) }, this.dependencies);
  }
}

const LONGEST_CODE = 64;

/** Which budget is meant, or why that cannot be told. */
function keyOf({
  month,
  period,
  unit,
  amount,
}: SetGoodwillBudgetInput): Outcome<BudgetKey, 'INPUT_INVALID' | 'NOT_FOUND'> {
  const [named, ...others] = [month, period].filter((text) => text !== null && text !== undefined);
  if (named === undefined || others.length > 0) return refuse({ code: 'INPUT_INVALID', path: ['input', 'period'] });
  const { currency } = amount;
  if (unit === null || unit === undefined) return accept({ currency, period: named });
  // Cases and staff name their unit by its code; under an id a budget would never be drawn on.
  if (readGlobalId(unit) !== undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'unit'] });
  if (unit.trim() === '' || unit.length > LONGEST_CODE)
    return refuse({ code: 'INPUT_INVALID', path: ['input', 'unit'] });
  return accept({ currency, period: named, unit });
}
