import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { WorkOrderAct as ActName } from '../model/work-order.transitions';
import { WorkOrder, WorkOrderAct } from '../view-work-orders/work-order.gql';

/** GraphQL input `CreateWorkOrderInput`. */
@InputType({ description: 'A complaint that a contact centre is to work on.' })
export class CreateWorkOrderInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => String, { description: 'The centre, by the key of its connection.' })
  centre!: string;

  @Field(() => String, { description: 'What it is to do; 1,000 characters at most, without personal data.' })
  note!: string;
}

/** GraphQL input `AdvanceWorkOrderInput`. */
@InputType({ description: 'What is done with a work order.' })
export class AdvanceWorkOrderInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the work order.' })
  workOrderId!: string;

  @Field(() => Int, { description: 'The version of the work order that was seen.' })
  expectedVersion!: number;

  @Field(() => WorkOrderAct, { description: 'What is done.' })
  act!: ActName;

  @Field(() => String, { nullable: true, description: 'What the centre is told; 1,000 characters at most.' })
  note?: string;

  @Field(() => String, { nullable: true, description: 'For a transfer: the unit.' })
  transferTo?: string;
}

/** The GraphQL type `WorkOrderPayload`. */
@ObjectType({ description: 'The answer to changes of work orders.' })
export class WorkOrderPayload {
  @Field(() => WorkOrder, { nullable: true, description: 'The work order; null when it was refused.' })
  workOrder!: WorkOrder | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
