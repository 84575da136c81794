import { Field, ID, InputType, Int } from 'type-graphql';

/** GraphQL input `ResendLetterInput`. */
@InputType({ description: 'A letter that is to be sent once more.' })
export class ResendLetterInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the letter.' })
  letterId!: string;

  @Field(() => Int, { description: 'The version of the letter that was read.' })
  expectedVersion!: number;
}
