import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import type { DifferenceAccount } from '../model/matching-rule.model';
import { RUN_STATES, type RunState } from '../model/matching-run.repository';
import { DifferenceAccountEnum } from '../open-bank-account/matching-rule.gql';
import { StatementMatchView } from '../view-statements/statement-line.gql';

export const RunStateEnum = enumOf(RUN_STATES);
registerEnumType(RunStateEnum, {
  name: 'MatchingRunState',
  description: 'How far a run is.',
  valuesConfig: { QUEUED: { description: 'It goes on.' }, DONE: { description: 'Every rule was tried.' } },
});

/** GraphQL type `MatchingRun`. */
@ObjectType('MatchingRun', {
  description: 'One pass of an account’s rules over its open lines; each import asks for one.',
})
export class MatchingRunObject {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RunStateEnum, { description: 'How far it is.' })
  state!: RunState;

  @Field(() => Int, { description: 'Lines that found their payments so far.' })
  linesMatched!: number;

  @Field(() => Int, { description: 'Payments that found their lines so far.' })
  paymentsMatched!: number;

  @Field(() => String, { description: 'Who asked for it.' })
  requestedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done; null until then.' })
  finishedAt!: Date | null;
}

@InputType({ description: 'An account whose open lines are to find their payments.' })
export class MatchStatementInput {
  @Field(() => String, { description: 'Made by the client; the same key asks once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The account.' })
  accountId!: string;
}

@ObjectType({ description: 'What came of `matchStatement`.' })
export class MatchStatementPayload {
  @Field(() => MatchingRunObject, { nullable: true, description: 'The run; null when it was refused.' })
  matchingRun!: MatchingRunObject | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@InputType({ description: 'Lines and payments that belong together.' })
export class MatchLinesInput {
  @Field(() => String, { description: 'Made by the client; the same key matches once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Field(() => [ID], { description: 'Its open lines, 1 to 100.' })
  lineIds!: string[];

  @Field(() => [ID], { description: 'Payouts that succeeded, in the currency of the account, 1 to 100.' })
  paymentIds!: string[];

  @Field(() => DifferenceAccountEnum, {
    nullable: true,
    description: 'Where the difference goes; it may be no larger than the widest tolerance among the account’s rules.',
  })
  differenceTo?: DifferenceAccount | null;

  @Field(() => String, { nullable: true, description: 'Why they belong together, up to 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A match to undo.' })
export class UnmatchLinesInput {
  @Field(() => String, { description: 'Made by the client; the same key undoes once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The match.' })
  matchId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason!: string;
}

@ObjectType({ description: 'What came of matching or undoing a match.' })
export class StatementMatchPayload {
  @Field(() => StatementMatchView, { nullable: true, description: 'The match; null when it was refused.' })
  match!: StatementMatchView | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
