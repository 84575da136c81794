import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import type { ConfirmationKind as Kind } from '../model/telephone.model';
import { ConfirmationKind } from '../view-conversations/conversations.gql';

/** GraphQL input `ConfirmWithComplainantInput`. */
@InputType({ description: 'What a complainant said to what was understood of their complaint (IN-18).' })
export class ConfirmWithComplainantInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => ConfirmationKind, { description: 'How they were asked.' })
  kind!: Kind;

  @Field(() => Boolean, { description: 'Whether it was understood rightly.' })
  confirmed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What they put right, 4,000 characters at most; needed where it was not understood rightly.',
  })
  corrections?: string;
}

/** The GraphQL type `ConfirmWithComplainantPayload`. */
@ObjectType({ description: 'The answer to `confirmWithComplainant`.' })
export class ConfirmWithComplainantPayload {
  @Field(() => Complaint, { nullable: true, description: 'The complaint; null when it was refused.' })
  complaint!: Complaint | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
