import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import type { AcknowledgementMeans as MeansName } from '../model/acknowledgement.rules';
import { AcknowledgementMeans } from '../view-letters/acknowledgement.gql';

/** GraphQL input `RecordAcknowledgementInput`. */
@InputType({ description: 'That a complainant was told by a person.' })
export class RecordAcknowledgementInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => Int, { description: 'The version of the complaint that was read.' })
  expectedVersion!: number;

  @Field(() => AcknowledgementMeans, { description: 'How they were told.' })
  means!: MeansName;
}

/** The GraphQL type `RecordAcknowledgementPayload`. */
@ObjectType({ description: 'The answer to `recordAcknowledgement`.' })
export class RecordAcknowledgementPayload {
  @Field(() => Complaint, { nullable: true, description: 'The complaint; null when it was refused.' })
  complaint!: Complaint | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
