import { DecimalScalar } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import {
  DIFFERENCE_ACCOUNTS,
  RULE_BASES,
  RULE_KINDS,
  type DifferenceAccount,
  type RuleBasis,
  type RuleKind,
} from '../model/matching-rule.model';

export const RuleBasisEnum = enumOf(RULE_BASES);
registerEnumType(RuleBasisEnum, {
  name: 'MatchingBasis',
  description: 'What a rule compares.',
  valuesConfig: {
    REFERENCE: {
      description: 'The line names the payment’s key, the provider’s reference or the settlement’s number.',
    },
    AMOUNT: { description: 'The amount alone, where exactly one line and one payment have it.' },
    PROVIDER_DAY: { description: 'One line for everything that the provider paid on one day.' },
  },
});

export const RuleKindEnum = enumOf(RULE_KINDS);
registerEnumType(RuleKindEnum, {
  name: 'MatchingCardinality',
  description: 'How many lines stand for how many payments.',
  valuesConfig: {
    ONE_TO_ONE: { description: 'One line, one payment.' },
    ONE_TO_MANY: { description: 'One line for several payments.' },
    MANY_TO_ONE: { description: 'Several lines for one payment.' },
  },
});

export const DifferenceAccountEnum = enumOf(DIFFERENCE_ACCOUNTS);
registerEnumType(DifferenceAccountEnum, {
  name: 'MatchingDifferenceAccount',
  description: 'Where a difference within the tolerance is booked.',
  valuesConfig: {
    PAYMENT_FEES: { description: 'Fees.' },
    ROUNDING: { description: 'Rounding.' },
    EXCHANGE_DIFFERENCES: { description: 'Exchange differences.' },
  },
});

/** GraphQL type `MatchingRule`. */
@ObjectType('MatchingRule', { description: 'One rule by which lines and payments find each other.' })
export class MatchingRuleView {
  @Field(() => String, { description: 'Its name, which a match shows.' })
  name!: string;

  @Field(() => RuleKindEnum, { description: 'How many lines stand for how many payments.' })
  kind!: RuleKind;

  @Field(() => RuleBasisEnum, { description: 'What it compares.' })
  basis!: RuleBasis;

  @Field(() => DecimalScalar, { description: 'How far amounts may differ, in the currency of the account.' })
  tolerance!: string;

  @Field(() => Int, { description: 'How many days may lie between payment and booking.' })
  days!: number;

  @Field(() => DifferenceAccountEnum, { description: 'Where a difference is booked.' })
  differenceTo!: DifferenceAccount;
}

@InputType({ description: 'One rule by which lines and payments find each other.' })
export class MatchingRuleInput {
  @Field(() => String, { description: 'Its name, 1 to 64 characters.' })
  name!: string;

  @Field(() => RuleKindEnum, { description: 'How many lines stand for how many payments.' })
  kind!: RuleKind;

  @Field(() => RuleBasisEnum, { description: 'What it compares.' })
  basis!: RuleBasis;

  @Field(() => DecimalScalar, { defaultValue: '0', description: 'How far amounts may differ.' })
  tolerance!: string;

  @Field(() => Int, {
    defaultValue: 60,
    description: 'How many days may lie between payment and booking, 366 at most.',
  })
  days!: number;

  @Field(() => DifferenceAccountEnum, { defaultValue: 'PAYMENT_FEES', description: 'Where a difference is booked.' })
  differenceTo!: DifferenceAccount;
}
