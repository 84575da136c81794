import type { RemedyKind as RemedyKindName } from '@redress/contracts';
import { DateTimeScalar, Money } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RemedyKind } from '../../complaint/vocabulary.gql';

/** The GraphQL type `OnTheSpotSettlement`. */
@ObjectType({ description: 'What the front line did about a complaint when it came in (IN-13).' })
export class OnTheSpotSettlement {
  @Field(() => RemedyKind, { description: 'What the complainant was given.' })
  remedy!: RemedyKindName;

  @Field(() => Money, { nullable: true, description: 'How much was handed over.' })
  amount!: Money | null;

  @Field(() => String, { nullable: true, description: 'What was done, in words; null when it was erased.' })
  account!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the complainant signed the slip.' })
  complainantSignedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the member of staff signed the slip.' })
  staffSignedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was settled.' })
  settledAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who settled it; null to customers.' })
  settledBy!: string | null;

  @Field(() => Boolean, { description: 'Whether its slip was passed on with those of its month.' })
  slipTransferred!: boolean;
}

/** The GraphQL type `SlipTransfer`. */
@ObjectType({ description: 'The slips of a month that were passed on together.' })
export class SlipTransfer {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The month, as `2026-11`.' })
  month!: string;

  @Field(() => Int, { description: 'How many slips there are.' })
  slips!: number;

  @Field(() => [Money], { description: 'What was handed over in all, one sum for each currency.' })
  totals!: readonly Money[];

  @Field(() => DateTimeScalar, { description: 'When they were passed on.' })
  transferredAt!: Date;

  @Field(() => String, { description: 'Who passed them on.' })
  transferredBy!: string;
}
