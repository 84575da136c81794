import {
  ConnectionArgs,
  connectionType,
  CurrencyCodeScalar,
  DateTimeScalar,
  LocalDateScalar,
  Money,
} from '@redress/graphql-runtime';
import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import type { Account, Side } from '../model/account.model';
import type { EntryKind, EntrySource } from '../model/journal.model';
import { AccountEnum, EntryKindEnum, EntrySourceEnum, SideEnum } from '../view-trial-balance/ledger.gql';

/** GraphQL type `AccountStatementLine`. */
@ObjectType({ description: 'A posting on an account, with the entry that it belongs to.' })
export class AccountStatementLine {
  @Field(() => ID, { description: 'The entry, as the books keep it.' })
  entryId!: string;

  @Field(() => EntrySourceEnum, { description: 'What the entry was booked for.' })
  source!: EntrySource;

  @Field(() => ID, {
    description: 'The settlement, receivable or whatever it was booked for; its opaque identifier where it has one.',
  })
  sourceId!: string;

  @Field(() => EntryKindEnum, { description: 'Why the entry was booked.' })
  kind!: EntryKind;

  @Field(() => SideEnum, { description: 'On which side it stands.' })
  side!: Side;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'What it is worth in the base currency; null where no rate is known.',
  })
  worth!: Money | null;

  @Field(() => String, { nullable: true, description: 'Subdivision of the account.' })
  subaccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Department that bears the cost.' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'Product that caused it.' })
  product!: string | null;

  @Field(() => String, { nullable: true, description: 'Category of the complaint.' })
  cause!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the entry was written.' })
  bookedAt!: Date;

  @Field(() => LocalDateScalar, { description: 'The day for which it is true, in the organisation’s calendar.' })
  effectiveOn!: string;

  @Field(() => String, { description: 'The month of the books in which it stands.' })
  period!: string;

  @Field(() => ID, { nullable: true, description: 'The entry that it takes back.' })
  reverses!: string | null;

  @Field(() => String, { nullable: true, description: 'A note.' })
  memo!: string | null;
}

export const AccountStatementConnection = connectionType(AccountStatementLine, 'AccountStatement');

@ArgsType()
export class AccountStatementArgs extends ConnectionArgs {
  @Field(() => AccountEnum, { description: 'The account.' })
  account!: Account;

  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'Only this subdivision of the account.' })
  subaccount?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day for which postings are true.' })
  from?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day for which postings are true.' })
  to?: string;

  @Field(() => String, { nullable: true, description: 'Only postings of this month of the books.' })
  period?: string;
}
