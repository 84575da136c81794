import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Complaint } from '../view-complaints/complaint.gql';

/** What every change of a complaint is told. */
@InputType({ description: 'What every change of a complaint is told.' })
export class ChangeInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => Int, { description: 'The version of the complaint that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why; kept in its history. 1 to 1,000 characters, without personal data.' })
  reason!: string;
}

/** What every change of a complaint answers. */
@ObjectType({ description: 'What every change of a complaint answers.' })
export class ChangedComplaint {
  @Field(() => Complaint, { nullable: true, description: 'The complaint as it is now; null when it was refused.' })
  complaint!: Complaint | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
