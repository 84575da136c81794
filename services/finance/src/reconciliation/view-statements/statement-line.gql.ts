import {
  Combinable,
  ConnectionArgs,
  connectionType,
  DateFilter,
  DateTimeScalar,
  DecimalScalar,
  enumFilter,
  IdFilter,
  LocalDateScalar,
  Money,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Account } from '../../ledger/model/account.model';
import { AccountEnum } from '../../ledger/view-trial-balance/ledger.gql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { MATCH_KINDS, type MatchKind } from '../model/matching-rule.model';
import { LINE_STATES, type LineState } from '../model/statement.model';
import { BankAccountView } from '../open-bank-account/bank-account.gql';

export const LineStateEnum = enumOf(LINE_STATES);
registerEnumType(LineStateEnum, {
  name: 'StatementLineState',
  description: 'What is known about a line.',
  valuesConfig: {
    OPEN: { description: 'Nothing explains it yet.' },
    MATCHED: { description: 'It shows payments.' },
    EXPLAINED: { description: 'A person said what it is.' },
    WRITTEN_OFF: { description: 'Nobody pursues it any more.' },
  },
});

export const MatchKindEnum = enumOf(MATCH_KINDS);
registerEnumType(MatchKindEnum, {
  name: 'StatementMatchKind',
  description: 'How many lines stand for how many payments.',
  valuesConfig: {
    ONE_TO_ONE: { description: 'One line, one payment.' },
    ONE_TO_MANY: { description: 'One line for several payments.' },
    MANY_TO_ONE: { description: 'Several lines for one payment.' },
    MANY_TO_MANY: { description: 'Several lines for several payments, by a person.' },
    EXPLANATION: { description: 'No payment: an account takes it.' },
    WRITE_OFF: { description: 'No payment: it is written off.' },
  },
});

/** GraphQL type `MatchedPayment`. */
@ObjectType({ description: 'A payment that a statement shows.' })
export class MatchedPayment {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The settlement that it pays.' })
  settlementId!: string;

  @Field(() => String, { description: 'Number of the settlement.' })
  number!: string;

  @Field(() => Money, { description: 'How much it is.' })
  amount!: Money;

  @Field(() => String, { nullable: true, description: 'What the provider calls it.' })
  providerReference!: string | null;
}

/** GraphQL type `StatementMatch`. */
@ObjectType('StatementMatch', {
  description: 'Why lines are not open, or were not: the payments that they show, or an account that takes them.',
})
export class StatementMatchView {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => MatchKindEnum, { description: 'How many lines stand for how many payments.' })
  kind!: MatchKind;

  @Field(() => String, { description: 'Name of the rule that found it, or of the act of the person who did.' })
  rule!: string;

  @Field(() => Money, { description: 'What left the account by its lines.' })
  left!: Money;

  @Field(() => Money, { description: 'What its payments come to.' })
  paid!: Money;

  @Field(() => Money, { description: 'What the lines took more than the payments are.' })
  difference!: Money;

  @Field(() => AccountEnum, { nullable: true, description: 'Where the difference is booked; null when there is none.' })
  differenceTo!: Account | null;

  @Field(() => String, { nullable: true, description: 'What the person said.' })
  reason!: string | null;

  @Field(() => String, { description: 'Who matched, or asked for it.' })
  matchedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  matchedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who undid it; null while it holds.' })
  undoneBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was undone.' })
  undoneAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was undone.' })
  undoneBecause!: string | null;

  @Field(() => [MatchedPayment], { description: 'Its payments, the first 100.' })
  payments?: MatchedPayment[];

  @Field(() => Int, { description: 'Grows when it is undone; pass it as `expectedVersion`.' })
  version!: number;
}

/** GraphQL type `StatementLine`. */
@ObjectType('StatementLine', { description: 'One line of an account’s statement (对账单明细).' })
export class StatementLineView {
  readonly accountId!: string;
  readonly matchId!: string | null;
  readonly assignedTo!: string | null;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => BankAccountView, { description: 'The account.' })
  account?: BankAccountView;

  @Field(() => LocalDateScalar, { description: 'Day on which the bank booked it.' })
  bookedOn!: string;

  @Field(() => LocalDateScalar, { description: 'Day from which it bears interest.' })
  valueOn!: string;

  @Field(() => Money, { description: 'What it moved, in the currency of the statement; negative when money left.' })
  amount!: Money;

  @Field(() => String, { nullable: true, description: 'What the bank calls it.' })
  bankReference!: string | null;

  @Field(() => [String], { description: 'What a payment may be known by.' })
  references!: string[];

  @Field(() => String, { description: 'Its text.' })
  text!: string;

  @Field(() => Int, { description: 'Which of several equal lines of its statement it is, from 1.' })
  occurrence!: number;

  @Field(() => LineStateEnum, { description: 'What is known about it.' })
  state!: LineState;

  @Field(() => String, {
    nullable: true,
    description: 'Who owns it while it is open: whoever it was given, else who is responsible for the account.',
  })
  owner?: string | null;

  @Field(() => String, { nullable: true, description: 'What was said when it was given to its owner.' })
  note!: string | null;

  @Field(() => Int, { nullable: true, description: 'Days since it was booked, while it is open.' })
  ageDays!: number | null;

  @Field(() => StatementMatchView, { nullable: true, description: 'What explains it; null while it is open.' })
  match?: StatementMatchView | null;

  @Field(() => Int, { description: 'Grows with each change; pass it as `expectedVersion`.' })
  version!: number;
}
export const StatementLineConnection = connectionType(StatementLineView);

const LineStateFilter = enumFilter(LineStateEnum, 'StatementLineState');

@InputType({ description: 'Condition on an amount in the currency of each account.' })
export class LineAmountFilter {
  @Field(() => DecimalScalar, { nullable: true, description: 'This much or more: `"-100.00"`.' })
  from?: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Less than this: `"0"`.' })
  to?: string;
}

@Combinable()
@InputType({ description: 'Conditions on statement lines. All given members must hold.' })
export class StatementLineWhereInput {
  @Field(() => IdFilter, { nullable: true, description: 'The account.' })
  account?: IdFilter;

  @Field(() => LineStateFilter, { nullable: true, description: 'What is known about it.' })
  state?: EnumFilter<LineState>;

  @Field(() => DateFilter, { nullable: true, description: 'Day on which the bank booked it.' })
  bookedOn?: DateFilter;

  @Field(() => StringFilter, { nullable: true, description: 'ISO 4217 code of its currency.' })
  currency?: StringFilter;

  @Field(() => LineAmountFilter, { nullable: true, description: 'What it moved; needs `currency.eq` beside it.' })
  amount?: LineAmountFilter;

  @Field(() => StringFilter, { nullable: true, description: 'What the bank calls it.' })
  bankReference?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Its text.' })
  text?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Whom it was given to.' })
  assignedTo?: StringFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The import that brought it.' })
  import?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The match that explains it.' })
  match?: IdFilter;
}

export const StatementLineOrder = enumOf(['BOOKED_ON_DESC', 'BOOKED_ON_ASC', 'AMOUNT_DESC', 'AMOUNT_ASC']);
export type StatementLineOrder = keyof typeof StatementLineOrder;
registerEnumType(StatementLineOrder, {
  name: 'StatementLineOrder',
  description: 'Order of a list of lines.',
  valuesConfig: {
    BOOKED_ON_DESC: { description: 'Latest day first.' },
    BOOKED_ON_ASC: { description: 'Earliest day first.' },
    AMOUNT_DESC: { description: 'Largest receipt first; needs `where.account.eq`.' },
    AMOUNT_ASC: { description: 'Largest payout first; needs `where.account.eq`.' },
  },
});

@ArgsType()
export class StatementLinesArgs extends ConnectionArgs {
  @Field(() => StatementLineWhereInput, { nullable: true, description: 'Only lines that fulfil these conditions.' })
  where?: StatementLineWhereInput;

  @Field(() => StatementLineOrder, { defaultValue: 'BOOKED_ON_DESC', description: 'Order of the list.' })
  orderBy!: StatementLineOrder;
}
