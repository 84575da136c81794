import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ChangedCustomer } from '../update-customer/changed-customer.gql';

/** GraphQL input `RecordCustomerProductInput`. */
@InputType({ description: 'A product that a customer has.' })
export class RecordCustomerProductInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the customer.' })
  customerId!: string;

  @Field(() => String, { description: 'The product, 1 to 200 characters.' })
  product!: string;

  @Field(() => String, { nullable: true, description: 'Its serial number, 100 characters at most.' })
  serialNumber?: string;

  @Field(() => String, { nullable: true, description: 'The batch that it is of, 100 characters at most.' })
  batch?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sold; not in the future.' })
  soldAt?: Date;

  @Field(() => String, { nullable: true, description: 'The order with which it was sold, 64 characters at most.' })
  orderNumber?: string;
}

/** The GraphQL type `RecordCustomerProductPayload`. */
@ObjectType({ description: 'The answer to `recordCustomerProduct`.' })
export class RecordCustomerProductPayload extends ChangedCustomer {}
