import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, MoneyInput, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Purchase } from '../view-purchase/purchase.gql';

@InputType({ description: 'A line of an order.' })
export class PurchaseLineInput {
  @Field(() => Int, { description: 'Number of the line within the order, from 1.' })
  lineNumber!: number;

  @Field(() => String, { description: 'What was bought. 1 to 500 characters.' })
  description!: string;

  @Field(() => DecimalScalar, { defaultValue: '1', description: 'How much of it, more than zero.' })
  quantity!: string;

  @Field(() => MoneyInput, { description: 'What was paid for the line, after discounts; zero for a free one.' })
  paid!: MoneyInput;
}

@InputType({ description: 'A payment by which an order was paid.' })
export class PurchasePaymentInput {
  @Field(() => String, { description: 'The provider that took it.' })
  provider!: string;

  @Field(() => String, { description: 'The provider’s own reference.' })
  reference!: string;

  @Field(() => MoneyInput, { description: 'How much was paid.' })
  amount!: MoneyInput;
}

@InputType({ description: 'An order that was paid.' })
export class RegisterPurchaseInput {
  @Field(() => String, { description: 'Made by the client; the same key registers once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Number of the order, unique in the organisation. 1 to 64 characters.' })
  orderNumber!: string;

  @Field(() => String, { nullable: true, description: 'The customer as the shop’s own system names it.' })
  customerExternalRef?: string;

  @Field(() => DateTimeScalar, { description: 'When the order was placed; not in the future.' })
  placedAt!: Date;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of the order; every amount is in it.' })
  currency!: string;

  @Field(() => [PurchaseLineInput], { description: 'Its lines, 1 to 500.' })
  lines!: PurchaseLineInput[];

  @Field(() => [PurchasePaymentInput], {
    defaultValue: [],
    description: 'The payments by which it was paid, 50 at most.',
  })
  payments!: PurchasePaymentInput[];
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
