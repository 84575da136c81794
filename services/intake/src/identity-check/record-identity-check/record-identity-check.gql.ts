import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Customer } from '../../customer/view-customers/customer.gql';
import type { IdentityCheckMeans as MeansName, IdentityCheckResult as ResultName } from '../model/identity-check.model';
import { IdentityCheckMeans, IdentityCheckResult } from '../view-identity-checks/identity-check.gql';

/** GraphQL input `RecordIdentityCheckInput`. */
@InputType({ description: 'How it was made sure that somebody is the customer whom they say they are (IN-09).' })
export class RecordIdentityCheckInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the customer.' })
  customerId!: string;

  @Field(() => ID, { nullable: true, description: 'Global id of the complaint of theirs that it is about.' })
  complaintId?: string;

  @Field(() => IdentityCheckMeans, { description: 'How.' })
  means!: MeansName;

  @Field(() => IdentityCheckResult, { description: 'What came of it.' })
  result!: ResultName;

  @Field(() => String, { nullable: true, description: 'A remark; 2,000 characters at most.' })
  note?: string;
}

/** The GraphQL type `RecordIdentityCheckPayload`. */
@ObjectType({ description: 'The answer to `recordIdentityCheck`.' })
export class RecordIdentityCheckPayload {
  @Field(() => Customer, { nullable: true, description: 'The customer; null when it was refused.' })
  customer!: Customer | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
