import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Customer } from '../../customer/view-customers/customer.gql';
import { CustomerErasure } from '../view-erasures/customer-erasure.gql';

/** GraphQL input `EraseCustomerInput`. */
@InputType({ description: 'Whose personal data is to be erased. It cannot be undone.' })
export class EraseCustomerInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the customer.' })
  customerId!: string;

  @Field(() => Int, { description: 'The version of the file that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why, 1 to 1,000 characters; no personal data, since it stays.' })
  reason!: string;
}

/** The GraphQL type `EraseCustomerPayload`. */
@ObjectType({ description: 'The answer to `eraseCustomer`.' })
export class EraseCustomerPayload {
  @Field(() => Customer, { nullable: true, description: 'What is left of the customer; null when it was refused.' })
  customer!: Customer | null;

  @Field(() => CustomerErasure, { nullable: true, description: 'The erasure as it was noted; null when refused.' })
  erasure!: CustomerErasure | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
