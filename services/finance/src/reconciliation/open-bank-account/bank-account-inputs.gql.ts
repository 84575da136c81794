import { CurrencyCodeScalar, DecimalScalar, LocalDateScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { BankAccountKind } from '../model/bank-account.model';
import { BankAccountKindEnum, BankAccountView } from './bank-account.gql';
import { MatchingRuleInput } from './matching-rule.gql';
import { StatementMappingView } from './statement-mapping.gql';

@InputType({ description: 'An account whose statements are to be reconciled.' })
export class OpenBankAccountInput {
  @Field(() => String, { description: 'Made by the client; the same key opens once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'What people call it, 1 to 120 characters.' })
  name!: string;

  @Field(() => BankAccountKindEnum, { defaultValue: 'BANK', description: 'Whose statements it has.' })
  kind!: BankAccountKind;

  @Field(() => String, { description: 'IBAN or number; spaces do not matter.' })
  identifier!: string;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of its statements.' })
  currency!: string;

  @Field(() => String, { defaultValue: 'simulator', description: 'The provider whose payouts its statements show.' })
  provider!: string;

  @Field(() => LocalDateScalar, { description: 'The first day that is reconciled.' })
  openingOn!: string;

  @Field(() => DecimalScalar, { defaultValue: '0', description: 'What stood on it before that day.' })
  opening!: string;

  @Field(() => String, { description: 'Subject of who owns whatever nobody else was given.' })
  responsible!: string;

  @Field(() => Int, { defaultValue: 5, description: 'Days within which a statement should show a payment, 0 to 366.' })
  expectedWithinDays!: number;

  @Field(() => StatementMappingView, { nullable: true, description: 'How its CSV files are read.' })
  mapping?: StatementMappingView | null;

  @Field(() => [MatchingRuleInput], {
    nullable: true,
    description: 'By what lines and payments find each other, 20 at most; by reference and exact amount when absent.',
  })
  rules?: MatchingRuleInput[] | null;
}

@InputType({ description: 'What to change of an account; what is left out stays as it is.' })
export class ChangeBankAccountInput {
  @Field(() => String, { description: 'Made by the client; the same key changes once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What people call it.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Who owns whatever nobody else was given.' })
  responsible?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days within which a statement should show a payment.' })
  expectedWithinDays?: number | null;

  @Field(() => StatementMappingView, { nullable: true, description: 'How its CSV files are read.' })
  mapping?: StatementMappingView | null;

  @Field(() => [MatchingRuleInput], { nullable: true, description: 'By what lines and payments find each other.' })
  rules?: MatchingRuleInput[] | null;
}

@ObjectType({ description: 'What came of opening or changing an account.' })
export class BankAccountPayload {
  @Field(() => BankAccountView, { nullable: true, description: 'The account; null when it was refused.' })
  bankAccount!: BankAccountView | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
