import type { Role } from '@redress/kernel';
import { CurrencyCodeScalar, DecimalScalar, LocalDateScalar, MoneyInput } from '@redress/graphql-runtime';
import { Field, InputType, Int } from 'type-graphql';
import { RoleName } from '../../complaint-case/view-cases/case-enums.gql';
import { NumberingPeriod } from '../view-regulations/numbering-period.gql';
import { DurationUnit } from '../view-regulations/regulation-enums.gql';

@InputType({ description: 'A span of time.' })
export class DurationInput {
  @Field(() => Int, { description: 'How many units, from 1.' })
  amount!: number;

  @Field(() => Int, { nullable: true, description: 'End of a range such as 14 to 21 days; it is what counts.' })
  maximum?: number | null;

  @Field(() => DurationUnit, { description: 'Of what.' })
  unit!: DurationUnit;
}

@InputType({ description: 'Up to which amount a role or a party of the regulation may approve in a currency.' })
export class AuthorityLimitInput {
  @Field(() => RoleName, { nullable: true, description: 'Who, where it is a role; a role or a holder has to be told.' })
  role?: Role | null;

  @Field(() => String, { nullable: true, description: 'Who, where it is a party of the regulation.' })
  holder?: string | null;

  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The most, for example `"1000.00"`; without limit unless told.',
  })
  maximum?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Condition (CEL) under which the row holds, for example `!assessment.media`; always unless told.',
  })
  when?: string | null;
}

@InputType({ description: 'How complaints are numbered.' })
export class NumberingInput {
  @Field(() => String, { description: 'Pattern of {YYYY}, {YY}, {MM}, {DD} and {SERIAL:n}.' })
  pattern!: string;

  @Field(() => NumberingPeriod, { description: 'When the serial begins anew; the pattern must show it.' })
  period!: NumberingPeriod;
}

@InputType({ description: 'A row of a table of amounts.' })
export class AmountRowInput {
  @Field(() => String, { description: 'What the amount is for.' })
  entry!: string;

  @Field(() => MoneyInput, { description: 'The amount.' })
  amount!: MoneyInput;
}

@InputType({ description: 'An open value of the regulation; the one member that is of its type.' })
export class OpenValueInput {
  @Field(() => String, { description: 'Key, as the regulation names it.' })
  key!: string;

  @Field(() => DurationInput, { nullable: true, description: 'For a DURATION.' })
  duration?: DurationInput | null;

  @Field(() => [AuthorityLimitInput], { nullable: true, description: 'For an AUTHORITY matrix.' })
  authority?: AuthorityLimitInput[] | null;

  @Field(() => Int, { nullable: true, description: 'For a COUNT.' })
  count?: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'For a RATIO, for example `"0.05"`.' })
  ratio?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'For MONEY.' })
  money?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'For a TEXT.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'For a CHOICE: the code of an option.' })
  choice?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'For a DATE.' })
  date?: string | null;

  @Field(() => [AmountRowInput], { nullable: true, description: 'For an AMOUNT_TABLE.' })
  amounts?: AmountRowInput[] | null;

  @Field(() => NumberingInput, { nullable: true, description: 'For a NUMBERING.' })
  numbering?: NumberingInput | null;
}
