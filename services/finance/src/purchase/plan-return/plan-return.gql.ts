import { DateTimeScalar, DecimalScalar, Money, MoneyInput } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

@InputType({ description: 'Goods that a customer wants to give back.' })
export class ReturnPlanInput {
  @Field(() => String, { description: 'The customer as the shop’s own system names it.' })
  customerExternalRef!: string;

  @Field(() => String, { description: 'Code of the product.' })
  product!: string;

  @Field(() => DecimalScalar, { description: 'How much of it, more than zero.' })
  quantity!: string;

  @Field(() => MoneyInput, { description: 'What is to be given back for it.' })
  amount!: MoneyInput;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only what was bought until then; until now unless told.',
  })
  boughtUntil?: Date;
}

/** GraphQL type `ReturnPart`. */
@ObjectType({ description: 'What comes back on one line of an order.' })
export class ReturnPart {
  @Field(() => String, { description: 'Number of the order.' })
  orderNumber!: string;

  @Field(() => Int, { description: 'Number of the line.' })
  lineNumber!: number;

  @Field(() => DecimalScalar, { description: 'How much of it comes back.' })
  quantity!: string;

  @Field(() => Money, { description: 'What is given back for it.' })
  amount!: Money;
}

/** GraphQL type `ReturnPlan`. */
@ObjectType({ description: 'How a return would be drawn on what the customer bought. It promises nothing.' })
export class ReturnPlan {
  @Field(() => [ReturnPart], {
    description: 'Lines of the same price first, then the latest; none when the customer never bought the product.',
  })
  parts!: ReturnPart[];

  @Field(() => DecimalScalar, {
    description: 'How much more is asked than is left of the lines; it lies in the last part.',
  })
  exceedsBy!: string;
}
