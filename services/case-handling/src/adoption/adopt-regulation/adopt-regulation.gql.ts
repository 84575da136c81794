import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Adoption } from '../view-regulations/adoption.gql';
import { NumberingInput, OpenValueInput } from './open-value.gql';
import { OpeningHoursInput, OwnDayInput } from './opening-hours.gql';

/** What adopting and signing an adoption ask for alike; not a type of the graph by itself. */
@InputType({ description: 'The terms on which a regulation is adopted.' })
export abstract class AdoptionTermsInput {
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
  numbering?: NumberingInput | null;

  @Field(() => OpeningHoursInput, { nullable: true, description: 'When the organisation is open.' })
  openingHours?: OpeningHoursInput | null;

  @Field(() => [OwnDayInput], { nullable: true, description: 'Days on which it departs from the public calendar.' })
  ownDays?: OwnDayInput[] | null;

  @Field(() => [OpenValueInput], { description: 'A value for everything that the regulation leaves open.' })
  openValues!: OpenValueInput[];
}

@InputType({ description: 'Which regulation to put into force, from when on, and what it leaves to the organisation.' })
export class AdoptRegulationInput extends AdoptionTermsInput {}

@ObjectType({ description: 'The adoption, or why it was refused.' })
export class AdoptRegulationPayload {
  @Field(() => Adoption, { nullable: true, description: 'The adoption; null when refused.' })
  adoption!: Adoption | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
