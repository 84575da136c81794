import type { Role } from '@redress/kernel';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { RoleName } from '../../complaint-case/view-cases/case-enums.gql';
import { Adoption, NumberingPeriod } from '../view-regulations/adoption.gql';
import { DurationUnit } from '../view-regulations/regulation.gql';

@InputType({ description: 'A span of time.' })
export class DurationInput {
  @Field(() => Int, { description: 'How many units, from 1.' })
  amount!: number;

  @Field(() => DurationUnit, { description: 'Of what.' })
  unit!: DurationUnit;
}

@InputType({ description: 'Up to which amount a role may approve in a currency.' })
export class AuthorityLimitInput {
  @Field(() => RoleName, { nullable: true, description: 'Who, where it is a role; a role or a holder has to be told.' })
  role?: Role;

  @Field(() => String, { nullable: true, description: 'Who, where it is a party of the regulation.' })
  holder?: string;

  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The most, for example `"1000.00"`; without limit unless told.',
  })
  maximum?: string;
}

@InputType({ description: 'An open value of the regulation; either a duration or an authority matrix.' })
export class OpenValueInput {
  @Field(() => String, { description: 'Key, as the regulation names it.' })
  key!: string;

  @Field(() => DurationInput, { nullable: true, description: 'For a span of time.' })
  duration?: DurationInput;

  @Field(() => [AuthorityLimitInput], { nullable: true, description: 'For the authority matrix.' })
  authority?: AuthorityLimitInput[];
}

@InputType({ description: 'How complaints are numbered.' })
export class NumberingInput {
  @Field(() => String, { description: 'Pattern of {YYYY}, {YY}, {MM}, {DD} and {SERIAL:n}.' })
  pattern!: string;

  @Field(() => NumberingPeriod, { description: 'When the serial begins anew; the pattern must show it.' })
  period!: NumberingPeriod;
}

@InputType({ description: 'Which regulation to put into force, from when on, and what it leaves to the organisation.' })
export class AdoptRegulationInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Stable name of the regulation, for example `company-24h-3wd-7wd`.' })
  regulation!: string;

  @Field(() => Int, { description: 'Its version.' })
  version!: number;

  @Field(() => DateTimeScalar, {
    description: 'Complaints received from this moment on are bound; after every earlier adoption.',
  })
  effectiveFrom!: Date;

  @Field(() => String, { description: 'IANA time zone in which days are counted, for example `Asia/Shanghai`.' })
  timeZone!: string;

  @Field(() => String, { description: 'Calendar of working days, for example `cn`.' })
  calendar!: string;

  @Field(() => NumberingInput, {
    nullable: true,
    description: 'How complaints are numbered; a monthly serial unless told.',
  })
  numbering?: NumberingInput;

  @Field(() => [OpenValueInput], { description: 'A value for everything that the regulation leaves open.' })
  openValues!: OpenValueInput[];
}

@ObjectType({ description: 'The adoption, or why it was refused.' })
export class AdoptRegulationPayload {
  @Field(() => Adoption, { nullable: true, description: 'The adoption; null when refused.' })
  adoption!: Adoption | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
