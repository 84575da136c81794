import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { CallDirection as Direction, CallOutcome as Outcome } from '../model/telephone.model';
import { CallDirection, CallOutcome, PhoneCallObject } from '../view-conversations/conversations.gql';

/** GraphQL input `RecordCallInput`. */
@InputType({ description: 'A call as it went (IN-23).' })
export class RecordCallInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'Global id of the complaint that it was about, if there is one.' })
  complaintId?: string;

  @Field(() => CallDirection, { description: 'Who called whom.' })
  direction!: Direction;

  @Field(() => CallOutcome, { description: 'What became of it.' })
  outcome!: Outcome;

  @Field(() => DateTimeScalar, { description: 'When it began to ring.' })
  rangAt!: Date;

  @Field(() => Int, { nullable: true, description: 'How often it rang.' })
  rings?: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered, if it was.' })
  answeredAt?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  endedAt?: Date;
}

/** The GraphQL type `RecordCallPayload`. */
@ObjectType({ description: 'The answer to `recordCall`.' })
export class RecordCallPayload {
  @Field(() => PhoneCallObject, { nullable: true, description: 'The call; null when it was refused.' })
  call!: PhoneCallObject | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
