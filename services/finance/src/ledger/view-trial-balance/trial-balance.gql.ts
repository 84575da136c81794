import { CurrencyCodeScalar, LocalDateScalar, Money } from '@redress/graphql-runtime';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import type { Account, AccountClass, Side } from '../model/account.model';
import { AccountClassEnum, AccountEnum, SideEnum } from './ledger.gql';

/** GraphQL type `LedgerAccountDescription`. */
@ObjectType({ description: 'An account of the chart (会计科目表).' })
export class LedgerAccountDescription {
  @Field(() => AccountEnum, { description: 'The account.' })
  account!: Account;

  @Field(() => AccountClassEnum, { description: 'Its class.' })
  class!: AccountClass;

  @Field(() => SideEnum, { description: 'The side on which it normally stands.' })
  normalSide!: Side;

  @Field(() => String, {
    nullable: true,
    description: 'What it is divided by: PROVIDER, BANK_ACCOUNT, CUSTOMER, OUTLET …; null where it is not.',
  })
  subaccountOf!: string | null;
}

/** GraphQL type `AccountBalance`. */
@ObjectType({ description: 'What was booked on an account.' })
export class AccountBalance {
  @Field(() => AccountEnum, { description: 'The account.' })
  account!: Account;

  @Field(() => String, {
    nullable: true,
    description:
      'Its subdivision, such as the provider or the customer; null where none was asked for or there is none.',
  })
  subaccount!: string | null;

  @Field(() => AccountClassEnum, { description: 'Class of the account.' })
  class!: AccountClass;

  @Field(() => Money, { description: 'What stood on its normal side before the month; zero where none was asked for.' })
  opening!: Money;

  @Field(() => Money, { description: 'Sum of its debits.' })
  debit!: Money;

  @Field(() => Money, { description: 'Sum of its credits.' })
  credit!: Money;

  @Field(() => Money, {
    description: 'What stands on its normal side in the end; negative when the other side outweighs it.',
  })
  balance!: Money;

  @Field(() => SideEnum, { description: 'The side on which the account normally stands.' })
  normalSide!: Side;
}

/** GraphQL type `TrialBalance`. */
@ObjectType({ description: 'All accounts of a currency with what was booked on them (试算表).' })
export class TrialBalance {
  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'The month whose movements are shown; null for all.' })
  period!: string | null;

  @Field(() => [AccountBalance], { description: 'Every account that was booked on.' })
  accounts!: AccountBalance[];

  @Field(() => Money, { description: 'Sum of all debits.' })
  debit!: Money;

  @Field(() => Money, { description: 'Sum of all credits.' })
  credit!: Money;

  @Field(() => Boolean, { description: 'Whether debits equal credits, as they must.' })
  balanced!: boolean;
}

@ArgsType()
export class TrialBalanceArgs {
  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'Only the movements of this month of the books: `2026-11`.' })
  period?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only what is true for this day or an earlier one.' })
  asOf?: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether accounts are shown by their subdivisions.' })
  bySubaccount!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether all currencies are counted, by what they are worth in `currency`, the base currency.',
  })
  inBaseCurrency!: boolean;
}
