import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType, type ClassType } from 'type-graphql';
import { Case } from '../view-cases/case.gql';

/** What the input of every mutation on a case begins with; not a type of the graph by itself. */
@InputType({ description: 'A mutation on a case.' })
export abstract class CaseInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the case.' })
  caseId!: string;

  @Field(() => Int, { description: 'The `version` of the case that was read; refused when it has changed since.' })
  expectedVersion!: number;
}

/** The answer of a mutation on a case. */
export interface CasePayload {
  readonly case: Case | null;
  readonly replayed: boolean;
  readonly userErrors: UserError[];
}

/** Makes the GraphQL type `<Mutation>Payload`. */
export function casePayload(mutation: string): ClassType<CasePayload> {
  @ObjectType(`${mutation}Payload`, { description: 'The case, or why nothing was changed.' })
  class Payload implements CasePayload {
    @Field(() => Case, { nullable: true, description: 'The case as it is now; null when refused.' })
    case!: Case | null;

    @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
    replayed!: boolean;

    @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
    userErrors!: UserError[];
  }
  return Payload;
}
