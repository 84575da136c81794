import { connectionType, DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, ObjectType } from 'type-graphql';

/** The GraphQL type `CustomerProduct`; its customer is resolved apart. */
@ObjectType({ description: 'A product that a customer has, as it was entered into their file.' })
export class CustomerProduct {
  customerUuid!: string;

  @Field(() => ID, { description: 'Id of the entry.' })
  id!: string;

  @Field(() => String, { description: 'The product.' })
  product!: string;

  @Field(() => String, { nullable: true, description: 'Its serial number.' })
  serialNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'The batch that it is of.' })
  batch!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sold.' })
  soldAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The order with which it was sold.' })
  orderNumber!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  recordedAt!: Date;
}

/** The GraphQL type `CustomerProductConnection`. */
export const CustomerProductConnection = connectionType(CustomerProduct);
