import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ChangedComplaint } from '../../complaint/change-complaint/changed-complaint.gql';

/** GraphQL input `HandOverContactInput`. */
@InputType({ description: 'To whom a complaint is handed over, and with what.' })
export class HandOverContactInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => String, { description: 'Subject of the member of staff who answers for it from now on.' })
  to!: string;

  @Field(() => [String], {
    description: 'Which documents are handed over; 50 at most, 200 characters each, without personal data.',
  })
  documents!: string[];

  @Field(() => String, { nullable: true, description: 'A note; 1,000 characters at most, without personal data.' })
  note?: string;
}

/** The GraphQL type `HandOverContactPayload`. */
@ObjectType({ description: 'The answer to `handOverContact`.' })
export class HandOverContactPayload extends ChangedComplaint {}
