import {
  CurrencyCodeScalar,
  DateTimeScalar,
  DecimalScalar,
  LocalDateScalar,
  Money,
  Node,
} from '@redress/graphql-runtime';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** GraphQL type `PurchaseLine`; its charges are read when they are asked for. */
@ObjectType({ description: 'A line of an order, with what was paid for it.' })
export class PurchaseLine {
  @Field(() => Int, { description: 'Number of the line within the order.' })
  lineNumber!: number;

  @Field(() => String, { description: 'What was bought.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Code of the product.' })
  product!: string | null;

  @Field(() => String, { nullable: true, description: 'Department or shop that sold it, when not that of the order.' })
  department!: string | null;

  @Field(() => DecimalScalar, { description: 'How much of it.' })
  quantity!: string;

  @Field(() => DecimalScalar, { description: 'How much of it may still come back.' })
  returnableQuantity!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Price of one before discounts, as the document shows it.',
  })
  unitPrice!: string | null;

  @Field(() => Money, { nullable: true, description: 'What was taken off the price, as the document shows it.' })
  discount!: Money | null;

  @Field(() => Money, {
    description: 'What was paid, after discounts and without charges: the most that can ever be given back for it.',
  })
  paid!: Money;

  @Field(() => Money, { description: 'What settlements have promised and not yet paid.' })
  reserved!: Money;

  @Field(() => Money, { description: 'What settlements have paid.' })
  settled!: Money;

  @Field(() => Money, { description: 'What may still be given back.' })
  remaining!: Money;

  readonly purchaseUuid!: string;
}

/** GraphQL type `PurchasePayment`. */
@ObjectType({ description: 'A payment by which an order was paid.' })
export class PurchasePayment {
  @Field(() => String, { description: 'The provider that took it.' })
  provider!: string;

  @Field(() => String, { description: 'The provider’s own reference.' })
  reference!: string;

  @Field(() => Money, { description: 'How much was paid.' })
  amount!: Money;
}

/** GraphQL type `PurchaseExchangeRate`. */
@ObjectType({ description: 'The rate at which an order in a foreign currency was booked.' })
export class PurchaseExchangeRate {
  @Field(() => CurrencyCodeScalar, { description: 'Currency of the organisation’s books.' })
  baseCurrency!: string;

  @Field(() => DecimalScalar, { description: 'Units of the base currency for one unit of the order’s.' })
  rate!: string;

  @Field(() => String, { nullable: true, description: 'By which the rate is found where it came from.' })
  rateId!: string | null;

  @Field(() => LocalDateScalar, { description: 'Day of the rate.' })
  on!: string;
}

/** GraphQL type `Purchase`; its lines, charges and payments are read when they are asked for. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'An order as it was paid.' })
export class Purchase extends Node {
  @Field(() => String, { description: 'Number of the order in the organisation’s own documents.' })
  orderNumber!: string;

  @Field(() => String, { nullable: true, description: 'The customer as the shop’s own system names it.' })
  customerExternalRef!: string | null;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of the order.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'Department or shop that sold it.' })
  department!: string | null;

  @Field(() => PurchaseExchangeRate, { nullable: true, description: 'Set when the order was in a foreign currency.' })
  exchangeRate!: PurchaseExchangeRate | null;

  @Field(() => Boolean, {
    description: 'Whether the payments are all there were; they add up to lines and charges then.',
  })
  paymentsComplete!: boolean;

  @Field(() => DateTimeScalar, { description: 'When the order was placed.' })
  placedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it became known here.' })
  registeredAt!: Date;
}
