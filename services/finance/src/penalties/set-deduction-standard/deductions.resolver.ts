import {
  LocalDateScalar,
  MoneyInput,
  readMoney,
  requireRole,
  toUserErrors,
  UserError,
  type GraphContext,
} from '@redress/graphql-runtime';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { BUDGET_SETTERS, DECIDERS } from '../../access/access.rules';
import { enumOf } from '../../public-graph/enum-of.gql';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { PenaltyDependencies } from '../decide-penalty/decide-penalty.handler';
import { deductFromBonus } from '../deduct-from-bonus/deduct-from-bonus.handler';
import { FALLS_ON, type FallsOn } from '../model/penalty.model';
import { BonusDeduction } from '../view-penalties/penalty.gql';
import { bonusDeductions } from '../view-penalties/penalties.query';
import { setDeductionStandard } from './set-deduction-standard.handler';

export const FallsOnEnum = enumOf(FALLS_ON);
registerEnumType(FallsOnEnum, {
  name: 'PenaltyFallsOn',
  description: 'On whom a penalty falls.',
  valuesConfig: { DEPARTMENT: { description: 'A department.' }, PERSON: { description: 'A member of staff.' } },
});

@InputType({ description: 'What a sanction costs (罚扣标准).' })
export class SetDeductionStandardInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'The sanction of the regulation, 1 to 64 characters.' })
  sanction!: string;

  @Field(() => FallsOnEnum, { description: 'On whom it falls.' })
  fallsOn!: FallsOn;

  @Field(() => LocalDateScalar, { description: 'First day on which it holds; another for that day is replaced.' })
  validFrom!: string;

  @Field(() => MoneyInput, { description: 'What it costs.' })
  amount!: MoneyInput;
}

@InputType({ description: 'From the bonuses of which month penalties were taken.' })
export class DeductFromBonusInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'The month of the bonus: `2026-11`.' })
  period!: string;
}

@ObjectType({ description: 'What came of `setDeductionStandard`.' })
export class DeductionStandardPayload {
  @Field(() => Boolean, { description: 'Whether it was set.' })
  set!: boolean;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What came of `deductFromBonus`.' })
export class DeductFromBonusPayload {
  @Field(() => [BonusDeduction], { description: 'What is taken from the bonuses of the month.' })
  deductions!: BonusDeduction[];

  @Field(() => Int, { description: 'How many penalties were taken now.' })
  taken!: number;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class DeductionsResolver {
  constructor(private readonly dependencies: PenaltyDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => DeductionStandardPayload, {
    description: 'Sets what a sanction costs from a day on. For managers and administrators.',
  })
  async setDeductionStandard(
    @Arg('input', () => SetDeductionStandardInput, { description: 'The standard.' }) input: SetDeductionStandardInput,
    @Ctx() context: GraphContext,
  ): Promise<DeductionStandardPayload> {
    const { tenantId, subject } = requireRole(context, ...BUDGET_SETTERS);
    const amount = readMoney(input.amount, ['input', 'amount']);
    const { outcome, replayed } =
      unusableKey(input.idempotencyKey) ??
      (amount.ok
        ? await setDeductionStandard({ tenantId, subject, ...input, amount: amount.value }, this.dependencies)
        : { outcome: amount, replayed: false });
    return { set: outcome.ok, replayed, userErrors: outcome.ok ? [] : toUserErrors(outcome.refusals, context) };
  }

  @Directive('@authenticated')
  @Mutation(() => DeductFromBonusPayload, {
    description:
      'Says that the approved penalties of a month were taken from its bonuses; each is booked. For finance and managers.',
  })
  async deductFromBonus(
    @Arg('input', () => DeductFromBonusInput, { description: 'The month.' }) input: DeductFromBonusInput,
    @Ctx() context: GraphContext,
  ): Promise<DeductFromBonusPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { outcome, replayed } =
      unusableKey(input.idempotencyKey) ?? (await deductFromBonus({ tenantId, subject, ...input }, this.dependencies));
    if (!outcome.ok) {
      return { deductions: [], taken: 0, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    }
    const deductions = await bonusDeductions(this.dependencies.database.reader(tenantId), input.period);
    return { deductions, taken: outcome.value, replayed, userErrors: [] };
  }
}
