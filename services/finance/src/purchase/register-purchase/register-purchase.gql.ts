import { UserError } from '@redress/graphql-runtime';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Purchase } from '../view-purchase/purchase.gql';
import { PurchaseInput } from './purchase-input.gql';

@InputType({ description: 'An order that was paid.' })
export class RegisterPurchaseInput extends PurchaseInput {
  @Field(() => String, { description: 'Made by the client; the same key registers once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `registerPurchase`.' })
export class RegisterPurchasePayload {
  @Field(() => Purchase, { nullable: true, description: 'The order; null when it was refused.' })
  purchase!: Purchase | null;

  @Field(() => Boolean, { description: 'Whether the same order had been registered before, under whatever key.' })
  existed!: boolean;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
