import {
  MoneyInput,
  readMoney,
  requireRole,
  toUserErrors,
  UserError,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { BUDGET_SETTERS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import { GoodwillBudget } from '../view-goodwill-budget/goodwill-budget.gql';
import { goodwillBudgetOf } from '../view-goodwill-budget/goodwill-budget.query';
import { toGoodwillBudget } from '../view-goodwill-budget/goodwill-budget.resolver';
import { setGoodwillBudget, type BudgetDependencies } from './set-goodwill-budget.handler';

@InputType({ description: 'How much goodwill a month may cost.' })
export class SetGoodwillBudgetInput {
  @Field(() => String, { description: 'Made by the client; the same key sets once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Month in the organisation’s own calendar: `2026-11`.' })
  month!: string;

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
    description: 'Sets the goodwill budget of a currency and month. For managers and administrators.',
  })
  async setGoodwillBudget(
    @Arg('input', () => SetGoodwillBudgetInput, { description: 'The budget.' }) input: SetGoodwillBudgetInput,
    @Ctx() context: GraphContext,
  ): Promise<SetGoodwillBudgetPayload> {
    const { tenantId, subject } = requireRole(context, ...BUDGET_SETTERS);
    const { outcome, replayed } = await this.set(tenantId, subject, input);
    if (!outcome.ok) return { budget: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const reader = this.dependencies.database.reader(tenantId);
    const record = await goodwillBudgetOf(reader, input.amount.currency, input.month);
    return { budget: record === undefined ? null : toGoodwillBudget(record), replayed, userErrors: [] };
  }

  private set(
    tenantId: string,
    subject: string,
    { idempotencyKey, month, amount, expectedVersion }: SetGoodwillBudgetInput,
  ): Promise<CommandResult<string>> | CommandResult<string> {
    const unusable = unusableKey(idempotencyKey);
    if (unusable !== undefined) return unusable;
    const read = readMoney(amount, ['input', 'amount']);
    if (!read.ok) return { outcome: read, replayed: false };
    const command = { tenantId, subject, idempotencyKey, month, amount: read.value, expectedVersion };
    return setGoodwillBudget(command, this.dependencies);
  }
}
