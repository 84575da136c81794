import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ChangedComplaint } from '../../complaint/change-complaint/changed-complaint.gql';

/** GraphQL input `RecordSimilarProductCheckInput`. */
@InputType({ description: 'The result of a check whether the same product failed at other customers (IN-21).' })
export class RecordSimilarProductCheckInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => Boolean, { description: 'Whether the same was found at other customers.' })
  found!: boolean;

  @Field(() => Int, { nullable: true, description: 'At how many other customers; those who complained unless told.' })
  customers?: number;

  @Field(() => String, {
    nullable: true,
    description: 'What was looked at, and what came of it; 2,000 characters at most.',
  })
  note?: string;
}

/** The GraphQL type `RecordSimilarProductCheckPayload`. */
@ObjectType({ description: 'The answer to `recordSimilarProductCheck`.' })
export class RecordSimilarProductCheckPayload extends ChangedComplaint {}
