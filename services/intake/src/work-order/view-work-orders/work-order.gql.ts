import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  WORK_ORDER_ACTS,
  WORK_ORDER_STATES,
  type WorkOrderAct as ActName,
  type WorkOrderState as StateName,
} from '../model/work-order.transitions';

/** The GraphQL enum `WorkOrderState`. */
export const WorkOrderState = Object.fromEntries(WORK_ORDER_STATES.map((state) => [state, state])) as {
  readonly [State in StateName]: State;
};
registerEnumType(WorkOrderState, {
  name: 'WorkOrderState',
  description: 'Where a work order stands.',
  valuesConfig: {
    RECEIVED: { description: 'It has come in.' },
    ACCEPTED: { description: 'It was accepted.' },
    IN_PROCESS: { description: 'It is being worked on.' },
    URGED: { description: 'It was urged (催办), and goes on.' },
    TRANSFERRED: { description: 'It was transferred to another unit.' },
    ANSWERED: { description: 'It was answered.' },
    CLOSED: { description: 'It is closed.' },
  },
});

/** The GraphQL enum `WorkOrderAct`. */
export const WorkOrderAct = Object.fromEntries(WORK_ORDER_ACTS.map((act) => [act, act])) as {
  readonly [Act in ActName]: Act;
};
registerEnumType(WorkOrderAct, {
  name: 'WorkOrderAct',
  description: 'What either side does with a work order.',
  valuesConfig: {
    ACCEPT: { description: 'Accept it.' },
    START: { description: 'Begin to work on it.' },
    URGE: { description: 'Urge it (催办).' },
    TRANSFER: { description: 'Transfer it to another unit.' },
    ANSWER: { description: 'Answer it.' },
    CLOSE: { description: 'Close it, once it was answered.' },
  },
});

/** The GraphQL type `WorkOrderStep`. */
@ObjectType({ description: 'One thing that happened to a work order.' })
export class WorkOrderStep {
  @Field(() => String, { description: 'What: CREATE or one of `WorkOrderAct`.' })
  act!: string;

  @Field(() => WorkOrderState, { description: 'Where the order stood after it.' })
  state!: StateName;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'By whom: the subject of a token, or `centre:` and the key of a centre.' })
  by!: string;
}

/** The GraphQL type `WorkOrder`. */
@ObjectType({ description: 'A work order between the organisation and an outside contact centre (IN-17).' })
export class WorkOrder {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The centre, by the key of its connection.' })
  centre!: string;

  @Field(() => String, { description: 'Its number: that of the centre for orders of theirs.' })
  orderNumber!: string;

  @Field(() => Boolean, { description: 'Whether the centre created it.' })
  fromCentre!: boolean;

  @Field(() => WorkOrderState, { description: 'Where it stands.' })
  state!: StateName;

  @Field(() => Int, { description: 'How often it was urged.' })
  urged!: number;

  @Field(() => String, { nullable: true, description: 'The unit that it was transferred to last.' })
  transferredTo!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came in.' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when the regulation wants it to be answered.' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Its version, for `advanceWorkOrder`.' })
  version!: number;
}
