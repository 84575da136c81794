import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, Money, Node } from '@redress/graphql-runtime';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** GraphQL type `PurchaseLine`. */
@ObjectType({ description: 'A line of an order, with what was paid for it.' })
export class PurchaseLine {
  @Field(() => Int, { description: 'Number of the line within the order.' })
  lineNumber!: number;

  @Field(() => String, { description: 'What was bought.' })
  description!: string;

  @Field(() => DecimalScalar, { description: 'How much of it.' })
  quantity!: string;

  @Field(() => Money, { description: 'What was paid, after discounts: the most that can ever be given back for it.' })
  paid!: Money;

  @Field(() => Money, { description: 'What settlements have promised and not yet paid.' })
  reserved!: Money;

  @Field(() => Money, { description: 'What settlements have paid.' })
  settled!: Money;

  @Field(() => Money, { description: 'What may still be given back.' })
  remaining!: Money;
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

/** GraphQL type `Purchase`; its lines and payments are read when they are asked for. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'An order as it was paid.' })
export class Purchase extends Node {
  @Field(() => String, { description: 'Number of the order in the organisation’s own documents.' })
  orderNumber!: string;

  @Field(() => String, { nullable: true, description: 'The customer as the shop’s own system names it.' })
  customerExternalRef!: string | null;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of the order.' })
  currency!: string;

  @Field(() => DateTimeScalar, { description: 'When the order was placed.' })
  placedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it became known here.' })
  registeredAt!: Date;
}
