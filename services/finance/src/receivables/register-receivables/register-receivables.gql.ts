import { LocalDateScalar, MoneyInput, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Receivable } from '../view-receivables/receivable.gql';

@InputType({ description: 'What a customer owes by one document.' })
export class ReceivableInput {
  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;

  @Field(() => String, { description: 'Number of the invoice, 1 to 64 characters; each is taken over once.' })
  documentNumber!: string;

  @Field(() => String, { nullable: true, description: 'The order that it is about.' })
  orderNumber?: string;

  @Field(() => Int, { nullable: true, description: 'The line of the order; the whole order where absent.' })
  lineNumber?: number;

  @Field(() => MoneyInput, { description: 'What was invoiced.' })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, { description: 'Day of the invoice.' })
  issuedOn!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which it is due.' })
  dueOn!: string;

  @Field(() => String, { description: 'Subject of the member of staff whose collection rate it counts for.' })
  salesperson!: string;

  @Field(() => String, { nullable: true, description: 'Department that sold, up to 64 characters.' })
  department?: string;
}

@InputType({ description: 'Receivables to be taken over.' })
export class RegisterReceivablesInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => [ReceivableInput], { description: 'The receivables, 1 to 500.' })
  receivables!: ReceivableInput[];
}

/** GraphQL type `RegisteredReceivable`. */
@ObjectType({ description: 'What became of one row.' })
export class RegisteredReceivable {
  @Field(() => Receivable, { nullable: true, description: 'The receivable; null when the row was refused.' })
  receivable!: Receivable | null;

  @Field(() => Boolean, { description: 'Whether it was known already, with the same content.' })
  existed!: boolean;

  @Field(() => [UserError], { description: 'Why the row was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What came of `registerReceivables`.' })
export class RegisterReceivablesPayload {
  @Field(() => [RegisteredReceivable], { description: 'One for each row, in their order.' })
  rows!: RegisteredReceivable[];

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why nothing was taken over; empty otherwise.' })
  userErrors!: UserError[];
}
