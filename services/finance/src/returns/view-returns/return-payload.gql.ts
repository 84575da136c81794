import { UserError } from '@redress/graphql-runtime';
import { Field, ObjectType } from 'type-graphql';
import { ReturnAuthorisation } from './return.gql';

@ObjectType({ description: 'What came of `inspectReturn` or `reconcileReturn`.' })
export class ReturnPayload {
  @Field(() => ReturnAuthorisation, { nullable: true, description: 'The return; null when it was refused.' })
  return!: ReturnAuthorisation | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
