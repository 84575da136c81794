import { LocalDateScalar, Money, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import { Payout } from '../view-payouts/payout.gql';

/** GraphQL type `SettlementInstalment`. */
@ObjectType({ description: 'What of a settlement is to be paid on one day.' })
export class SettlementInstalment {
  @Field(() => Int, { description: 'Which of the settlement’s instalments, from 1.' })
  number!: number;

  @Field(() => LocalDateScalar, {
    description: 'The day on which it is paid, in the organisation’s time; never before.',
  })
  dueOn!: string;

  @Field(() => Money, { description: 'How much. All instalments together come to the settlement’s amount exactly.' })
  amount!: Money;

  @Field(() => [Payout], { description: 'The payments by which it is paid; none until finance has approved.' })
  payouts!: Payout[];
}

@InputType({ description: 'On which days to pay a settlement, as it was seen.' })
export class PlanInstalmentsInput {
  @Field(() => ID, { description: 'The settlement.' })
  settlementId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => [LocalDateScalar], { description: '1 to 60 days, each after the one before, none in the past.' })
  dueOn!: string[];

  @Field(() => [Int], {
    nullable: true,
    description: 'For each day its share in proportion to the others, 1 to 1000000; equal shares when absent.',
  })
  weights?: number[] | null;

  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `planInstalments`.' })
export class PlanInstalmentsPayload {
  @Field(() => Settlement, { nullable: true, description: 'The settlement; null when it was refused.' })
  settlement!: Settlement | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
