import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { ExceptionResolution } from '../model/return-exception.model';
import { ReturnException, ReturnExceptionResolutionEnum } from '../view-exceptions/return-exception.gql';

@InputType({ description: 'Which exception, as it was seen, and how it ends.' })
export class ResolveReturnExceptionInput {
  @Field(() => ID, { description: 'The exception.' })
  exceptionId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was seen of the return whose line the decision is about; when it has changed since, nothing is decided.',
  })
  expectedReturnVersion?: number;

  @Field(() => ReturnExceptionResolutionEnum, { description: 'How it ends; see `possibleResolutions`.' })
  resolution!: ExceptionResolution;

  @Field(() => String, { description: 'Why, in 1 to 500 characters.' })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'With CORRECTED: the line on which goods are counted that nobody found a return for, the other line of the return on which a surplus belongs, or the line of a new return that takes over the goods of a cancelled one.',
  })
  returnLineId?: string;

  @Field(() => String, { description: 'Made by the client; the same key decides once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Which exception, as it was seen, and who sees to it.' })
export class AssignReturnExceptionInput {
  @Field(() => ID, { description: 'The exception.' })
  exceptionId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Subject of the person who sees to it from now on.' })
  owner!: string;

  @Field(() => String, { description: 'Made by the client; the same key assigns once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `resolveReturnException` or `assignReturnException`.' })
export class ReturnExceptionPayload {
  @Field(() => ReturnException, { nullable: true, description: 'The exception; null when it was refused.' })
  exception!: ReturnException | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
