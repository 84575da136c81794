import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';

/** GraphQL input `RegisterMessageInput`. */
@InputType({ description: 'What a person decides of a message that could not be registered by itself.' })
export class RegisterMessageInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the message.' })
  messageId!: string;

  @Field(() => Int, { description: 'The version of the message that was read.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'The category of the new complaint.' })
  categoryCode?: string;

  @Field(() => ID, { nullable: true, description: 'The complaint that it is about; then no new one is registered.' })
  complaintId?: string;
}

/** The GraphQL type `RegisterMessagePayload`. */
@ObjectType({ description: 'The answer to `registerMessage`.' })
export class RegisterMessagePayload {
  @Field(() => Complaint, { nullable: true, description: 'The complaint; null when it was refused.' })
  complaint!: Complaint | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
