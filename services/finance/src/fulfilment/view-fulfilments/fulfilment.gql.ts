import {
  ConnectionArgs,
  connectionType,
  DateTimeScalar,
  LocalDateScalar,
  Node,
  UserError,
} from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { FULFILMENT_STATES, type FulfilmentState } from '../model/fulfilment.model';

const KEY = 'Made by the client; the same key acts once. 1 to 128 characters.';

export const FulfilmentStateEnum = enumOf(FULFILMENT_STATES);
registerEnumType(FulfilmentStateEnum, {
  name: 'FulfilmentState',
  description: 'Whether a department has done what it was to do.',
  valuesConfig: { ORDERED: { description: 'To be done.' }, DONE: { description: 'Done, with proof.' } },
});

/** GraphQL type `Fulfilment`. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'What a department does for a complainant beside the money.' })
export class Fulfilment extends Node {
  @Field(() => Int, { description: 'The part of the settlement that it belongs to.' })
  part!: number;

  @Field(() => String, { description: 'Which department.' })
  department!: string;

  @Field(() => String, { description: 'What it is to do.' })
  task!: string;

  @Field(() => LocalDateScalar, { description: 'The last day for it.' })
  dueOn!: string;

  @Field(() => FulfilmentStateEnum, { description: 'Whether it is done.' })
  state!: FulfilmentState;

  @Field(() => String, { nullable: true, description: 'How that can be seen.' })
  proof!: string | null;

  @Field(() => String, { description: 'Who ordered it.' })
  orderedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was ordered.' })
  orderedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who confirmed it.' })
  doneBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed.' })
  doneAt!: Date | null;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;

  readonly settlementId!: string;
}

export const FulfilmentConnection = connectionType(Fulfilment);

@ArgsType()
export class FulfilmentsArgs extends ConnectionArgs {
  @Field(() => FulfilmentStateEnum, { nullable: true, description: 'Only those that stand there.' })
  state?: FulfilmentState;

  @Field(() => String, { nullable: true, description: 'Only those of this department.' })
  department?: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Only those that should have been done by now.' })
  overdue!: boolean;
}

@InputType({ description: 'What a department is to do, and until when.' })
export class OrderFulfilmentInput {
  @Field(() => ID, { description: 'The settlement.' })
  settlementId!: string;

  @Field(() => Int, { description: 'Which of its parts: an exchange, a repair or a compensation.' })
  part!: number;

  @Field(() => String, { description: 'Which department, 1 to 64 characters.' })
  department!: string;

  @Field(() => String, { description: 'What it is to do, 1 to 500 characters.' })
  task!: string;

  @Field(() => LocalDateScalar, { description: 'The last day for it.' })
  dueOn!: string;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Which fulfilment is done, as it was seen, and the proof of it.' })
export class ConfirmFulfilmentInput {
  @Field(() => ID, { description: 'The fulfilment.' })
  fulfilmentId!: string;

  @Field(() => String, { description: 'How it can be seen: a note or the id of a file, 1 to 500 characters.' })
  proof!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `orderFulfilment` or `confirmFulfilment`.' })
export class FulfilmentPayload {
  @Field(() => Fulfilment, { nullable: true, description: 'The fulfilment; null when it was refused.' })
  fulfilment!: Fulfilment | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
