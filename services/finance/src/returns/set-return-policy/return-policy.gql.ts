import { DecimalScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

/** GraphQL type `ReturnPolicy`. */
@ObjectType({ description: 'What the organisation gives for goods that came back, and how long it waits for them.' })
export class ReturnPolicy {
  @Field(() => DecimalScalar, { description: 'Percent of the entitlement for what is sold again.' })
  resalePercent!: string;

  @Field(() => DecimalScalar, { description: 'Percent of the entitlement for what is repaired.' })
  repairPercent!: string;

  @Field(() => DecimalScalar, { description: 'Percent of the entitlement for what is scrapped.' })
  scrapPercent!: string;

  @Field(() => DecimalScalar, { description: 'Percent of the entitlement for what goes back to the customer.' })
  backToCustomerPercent!: string;

  @Field(() => Boolean, { description: 'Whether nothing is posted that nobody has looked at.' })
  inspectionRequired!: boolean;

  @Field(() => Int, { description: 'Days after which what is missing is asked after.' })
  returnWithinDays!: number;

  @Field(() => Int, { description: 'Pass it as `expectedVersion`; 0 as long as nobody has set one.' })
  version!: number;
}

@InputType({ description: 'What the organisation gives for goods from now on.' })
export class SetReturnPolicyInput {
  @Field(() => DecimalScalar, { description: 'Percent of the entitlement for what is sold again, 0 to 100.' })
  resalePercent!: string;

  @Field(() => DecimalScalar, { description: 'Percent of the entitlement for what is repaired, 0 to 100.' })
  repairPercent!: string;

  @Field(() => DecimalScalar, { description: 'Percent of the entitlement for what is scrapped, 0 to 100.' })
  scrapPercent!: string;

  @Field(() => DecimalScalar, { description: 'Percent of the entitlement for what goes back, 0 to 100.' })
  backToCustomerPercent!: string;

  @Field(() => Boolean, { description: 'Whether nothing is posted that nobody has looked at.' })
  inspectionRequired!: boolean;

  @Field(() => Int, { description: 'Days after which what is missing is asked after, 1 to 3650.' })
  returnWithinDays!: number;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Made by the client; the same key sets once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `setReturnPolicy`.' })
export class SetReturnPolicyPayload {
  @Field(() => ReturnPolicy, { nullable: true, description: 'The policy; null when it was refused.' })
  policy!: ReturnPolicy | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
