import { UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { AccountingPeriod } from '../view-periods/accounting-period.gql';

@InputType({ description: 'Which month to close, as it was seen.' })
export class ClosePeriodInput {
  @Field(() => String, { description: 'The month: `2026-11`.' })
  period!: string;

  @Field(() => Int, { description: 'The version that was seen; 0 for a month in which nothing was booked.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Which month to open again, as it was seen, and why.' })
export class ReopenPeriodInput extends ClosePeriodInput {
  @Field(() => String, { description: 'Why, in 1 to 500 characters; it is kept in the chain.' })
  reason!: string;
}

@ObjectType({ description: 'What came of `closePeriod` or `reopenPeriod`.' })
export class AccountingPeriodPayload {
  @Field(() => AccountingPeriod, { nullable: true, description: 'The month; null when it was refused.' })
  period!: AccountingPeriod | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
