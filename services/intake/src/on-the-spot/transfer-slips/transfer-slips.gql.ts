import { UserError } from '@redress/graphql-runtime';
import { Field, InputType, ObjectType } from 'type-graphql';
import { SlipTransfer } from '../view-on-the-spot/on-the-spot.gql';

/** GraphQL input `TransferSlipsInput`. */
@InputType({ description: 'The month whose slips are passed on.' })
export class TransferSlipsInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: 'A month that is over, as `2026-11`.' })
  month!: string;
}

/** The GraphQL type `TransferSlipsPayload`. */
@ObjectType({ description: 'The answer to `transferSlips`.' })
export class TransferSlipsPayload {
  @Field(() => SlipTransfer, { nullable: true, description: 'What was passed on; null when it was refused.' })
  transfer!: SlipTransfer | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
