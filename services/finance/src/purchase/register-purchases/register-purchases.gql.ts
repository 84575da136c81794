import { UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PurchaseInput } from '../register-purchase/purchase-input.gql';
import type { PurchaseRowResult } from './register-purchases.handler';

@InputType({ description: 'Orders that were paid.' })
export class RegisterPurchasesInput {
  @Field(() => String, { description: 'Made by the client; the same key registers once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => [PurchaseInput], { description: 'The orders, 1 to 500.' })
  purchases!: PurchaseInput[];
}

const PurchaseRowStatus: { readonly [Name in PurchaseRowResult['status']]: Name } = {
  REGISTERED: 'REGISTERED',
  EXISTED: 'EXISTED',
  REFUSED: 'REFUSED',
};
registerEnumType(PurchaseRowStatus, {
  name: 'PurchaseRowStatus',
  description: 'What became of an order.',
  valuesConfig: {
    REGISTERED: { description: 'It is known now, with a ceiling for each of its lines and charges.' },
    EXISTED: { description: 'The same order was known already and stays as it was.' },
    REFUSED: { description: 'It was refused; the others are not affected.' },
  },
});

/** The GraphQL type `PurchaseRow`; its `purchase` is resolved apart. */
@ObjectType({ description: 'What became of one order.' })
export class PurchaseRow {
  @Field(() => Int, { description: 'Place of the order in the input, from 0.' })
  row!: number;

  @Field(() => PurchaseRowStatus, { description: 'What became of it.' })
  status!: PurchaseRowResult['status'];

  @Field(() => [UserError], { description: 'Why it was refused, each with its place in the input; empty when not.' })
  userErrors!: UserError[];

  readonly purchaseUuid!: string | null;
}

@ObjectType({ description: 'What came of `registerPurchases`.' })
export class RegisterPurchasesPayload {
  @Field(() => [PurchaseRow], { description: 'One for each order, in their order; empty when all were refused.' })
  rows!: PurchaseRow[];

  @Field(() => Int, { description: 'How many became known.' })
  registered!: number;

  @Field(() => Int, { description: 'How many were known already.' })
  existed!: number;

  @Field(() => Int, { description: 'How many were refused.' })
  refused!: number;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why all of it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
