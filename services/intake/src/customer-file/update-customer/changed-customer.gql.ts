import { UserError } from '@redress/graphql-runtime';
import { Field, ObjectType } from 'type-graphql';
import { Customer } from '../../customer/view-customers/customer.gql';

/** What every change of a customer's file answers. */
@ObjectType({ description: "What every change of a customer's file answers." })
export class ChangedCustomer {
  @Field(() => Customer, { nullable: true, description: 'The customer as their file is then; null when refused.' })
  customer!: Customer | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
