import { UserError } from '@redress/graphql-runtime';
import { Field, ObjectType } from 'type-graphql';
import { Letter } from './letter.gql';

/** The GraphQL type `LetterPayload`. */
@ObjectType({ description: 'The answer to a mutation of a letter.' })
export class LetterPayload {
  @Field(() => Letter, { nullable: true, description: 'The letter; null when it was refused.' })
  letter!: Letter | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
