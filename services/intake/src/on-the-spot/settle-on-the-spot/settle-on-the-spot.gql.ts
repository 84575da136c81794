import type { RemedyKind as RemedyKindName } from '@redress/contracts';
import { DateTimeScalar, MoneyInput } from '@redress/graphql-runtime';
import { Field, InputType, ObjectType } from 'type-graphql';
import { ChangedComplaint } from '../../complaint/change-complaint/changed-complaint.gql';
import { RegisterComplaintInput } from '../../complaint/register-complaint/register-complaint.gql';
import { RemedyKind } from '../../complaint/vocabulary.gql';

/** GraphQL input `SignedSlipInput`. */
@InputType({ description: 'When both sides signed the slip; its scan is added as an attachment of the complaint.' })
export class SignedSlipInput {
  @Field(() => DateTimeScalar, { description: 'When the complainant signed.' })
  complainantSignedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the member of staff signed.' })
  staffSignedAt!: Date;
}

/** GraphQL input `SettleOnTheSpotInput`. */
@InputType({ description: 'A complaint as it came in, and what was done about it at once (IN-13).' })
export class SettleOnTheSpotInput extends RegisterComplaintInput {
  @Field(() => RemedyKind, { description: 'What the complainant was given.' })
  remedy!: RemedyKindName;

  @Field(() => MoneyInput, { nullable: true, description: 'How much was handed over, if it was money or cost money.' })
  amount?: MoneyInput;

  @Field(() => String, { description: 'What was done, in words; 2,000 characters at most.' })
  account!: string;

  @Field(() => SignedSlipInput, { nullable: true, description: 'The slip, where the regulation asks for one.' })
  slip?: SignedSlipInput;
}

/** The GraphQL type `SettleOnTheSpotPayload`. */
@ObjectType({ description: 'The answer to `settleOnTheSpot`.' })
export class SettleOnTheSpotPayload extends ChangedComplaint {}
