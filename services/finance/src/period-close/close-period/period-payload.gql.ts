import { UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { PeriodCheckName, SeenFinding } from '../model/period-check.model';
import { AccountingPeriod, PeriodCheckEnum } from '../view-periods/accounting-period.gql';

@InputType({ description: 'Something open in a month, as it was seen.' })
export class SeenFindingInput implements SeenFinding {
  @Field(() => PeriodCheckEnum, { description: 'What it is.' })
  check!: PeriodCheckName;

  @Field(() => Int, { description: 'How much of it was seen; when more is found meanwhile, the month stays open.' })
  count!: number;
}

@InputType({ description: 'A month of the books, as it was seen.' })
export class SeenPeriodInput {
  @Field(() => String, { description: 'The month: `2026-11`.' })
  period!: string;

  @Field(() => Int, { description: 'The version that was seen; 0 for a month in which nothing was booked.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Which month to close, as it was seen.' })
export class ClosePeriodInput extends SeenPeriodInput {
  @Field(() => [SeenFindingInput], {
    defaultValue: [],
    description:
      'What was seen of the findings of `checkAccountingPeriod` that must be acknowledged; it is kept with the closing.',
  })
  acknowledged!: SeenFindingInput[];
}

@InputType({ description: 'Which month to open again, as it was seen, and why.' })
export class ReopenPeriodInput extends SeenPeriodInput {
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
