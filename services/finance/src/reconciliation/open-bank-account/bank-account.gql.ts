import { CurrencyCodeScalar, LocalDateScalar, Money } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { BANK_ACCOUNT_KINDS, type BankAccountKind } from '../model/bank-account.model';
import { MatchingRuleView } from './matching-rule.gql';
import { StatementMappingView } from './statement-mapping.gql';

export const BankAccountKindEnum = enumOf(BANK_ACCOUNT_KINDS);
registerEnumType(BankAccountKindEnum, {
  name: 'BankAccountKind',
  description: 'Whose statements an account has.',
  valuesConfig: {
    BANK: { description: 'A bank’s: they show money itself.' },
    PROVIDER: { description: 'A payment provider’s: they show what it says it paid, before the bank shows it.' },
  },
});

/** GraphQL type `BankAccount`. */
@ObjectType('BankAccount', {
  description: 'An account of the organisation whose statements are reconciled (对账账户).',
})
export class BankAccountView {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => BankAccountKindEnum, { description: 'Whose statements it has.' })
  kind!: BankAccountKind;

  @Field(() => String, { description: 'IBAN or number, masked.' })
  maskedIdentifier!: string;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of its statements; nothing is converted.' })
  currency!: string;

  @Field(() => String, { description: 'The payment provider whose payouts its statements show.' })
  provider!: string;

  @Field(() => LocalDateScalar, { description: 'The first day that is reconciled.' })
  openingOn!: string;

  @Field(() => Money, { description: 'What stood on it before that day.' })
  opening!: Money;

  @Field(() => String, { description: 'Who owns whatever nobody else was given.' })
  responsible!: string;

  @Field(() => Int, { description: 'A payment that no statement shows after so many days is something to look at.' })
  expectedWithinDays!: number;

  @Field(() => StatementMappingView, { nullable: true, description: 'How its CSV files are read; null when none is.' })
  mapping!: StatementMappingView | null;

  @Field(() => [MatchingRuleView], { description: 'By what lines and payments find each other, in this order.' })
  rules!: MatchingRuleView[];

  @Field(() => Int, { description: 'Grows with each change; pass it as `expectedVersion`.' })
  version!: number;
}
