import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { RepairState as State } from '../model/repair-visit.model';

export const RepairState = {
  PLANNED: 'PLANNED',
  CARRIED_OUT: 'CARRIED_OUT',
  SOLVED: 'SOLVED',
  NOT_SOLVED: 'NOT_SOLVED',
} as const satisfies Record<State, State>;
registerEnumType(RepairState, {
  name: 'RepairState',
  description: 'Where a visit of a field engineer stands.',
  valuesConfig: {
    PLANNED: { description: 'To come.' },
    CARRIED_OUT: { description: 'The engineer was there; the customer has not said yet whether the fault is solved.' },
    SOLVED: { description: 'The customer says that the fault is solved.' },
    NOT_SOLVED: { description: 'The customer says that it is not.' },
  },
});

@ObjectType({ description: 'A visit of a field engineer.' })
export class RepairVisit {
  @Field(() => ID, { description: 'Id of the visit within its case.' })
  id!: string;

  @Field(() => RepairState, { description: 'Where it stands.' })
  state!: State;

  @Field(() => String, { nullable: true, description: 'Subject of the engineer; null for the complainant.' })
  engineer!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it is planned for.' })
  visitAt!: Date;

  @Field(() => String, { description: 'The fault.' })
  fault!: string;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  workDone!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the engineer could repair it.' })
  repaired!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the engineer was there.' })
  carriedOutAt!: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the customer says that it is solved.' })
  solved!: boolean | null;
}
