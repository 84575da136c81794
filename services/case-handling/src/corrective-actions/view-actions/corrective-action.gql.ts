import {
  BooleanFilter,
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeFilter,
  DateTimeScalar,
  enumFilter,
  IdFilter,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type {
  ActionFactor as Factor,
  ActionKind as Kind,
  ActionState as State,
} from '../model/corrective-action.model';

export const ActionKind = {
  CORRECTIVE: 'CORRECTIVE',
  PREVENTIVE: 'PREVENTIVE',
  IMPROVEMENT: 'IMPROVEMENT',
  CONTAINMENT: 'CONTAINMENT',
} as const satisfies Record<Kind, Kind>;
registerEnumType(ActionKind, {
  name: 'ActionKind',
  description: 'Kinds of actions against a fault.',
  valuesConfig: {
    CORRECTIVE: { description: 'Removes the cause (纠正措施).' },
    PREVENTIVE: { description: 'Keeps it from happening again or elsewhere (防范措施).' },
    IMPROVEMENT: { description: 'Makes something better (改善).' },
    CONTAINMENT: { description: 'Keeps the harm from spreading while the cause is looked for.' },
  },
});

export const ActionFactor = {
  MAN: 'MAN',
  MACHINE: 'MACHINE',
  MATERIAL: 'MATERIAL',
  METHOD: 'METHOD',
  ENVIRONMENT: 'ENVIRONMENT',
} as const satisfies Record<Factor, Factor>;
registerEnumType(ActionFactor, {
  name: 'ActionFactor',
  description: 'Where an action takes hold (人、机、料、法、环).',
  valuesConfig: {
    MAN: { description: 'Training of people.' },
    MACHINE: { description: 'Upkeep of machines.' },
    MATERIAL: { description: 'Control of materials.' },
    METHOD: { description: 'Better methods.' },
    ENVIRONMENT: { description: 'Better surroundings.' },
  },
});

export const ActionState = {
  PLANNED: 'PLANNED',
  COMPLETED: 'COMPLETED',
  EFFECTIVE: 'EFFECTIVE',
  NOT_EFFECTIVE: 'NOT_EFFECTIVE',
} as const satisfies Record<State, State>;
registerEnumType(ActionState, {
  name: 'ActionState',
  description: 'Where an action stands.',
  valuesConfig: {
    PLANNED: { description: 'To be carried out.' },
    COMPLETED: { description: 'Carried out; nobody has said yet whether it has an effect.' },
    EFFECTIVE: { description: 'It has an effect.' },
    NOT_EFFECTIVE: { description: 'It has none; others have to follow.' },
  },
});

@ObjectType({ description: 'An action against a fault or its recurrence.' })
export class CorrectiveAction {
  @Field(() => ID, { description: 'Id of the action within its case.' })
  id!: string;

  @Field(() => ID, { description: 'Global id of its case.' })
  caseId!: string;

  @Field(() => ActionKind, { description: 'What kind of action.' })
  kind!: Kind;

  @Field(() => ActionState, { description: 'Where it stands.' })
  state!: State;

  @Field(() => String, { description: 'What is to be done.' })
  description!: string;

  @Field(() => String, { description: 'Who: a subject, role or party.' })
  owner!: string;

  @Field(() => Boolean, { description: 'Whether it is meant to last; false for a temporary one.' })
  permanent!: boolean;

  @Field(() => ActionFactor, { nullable: true, description: 'Where it takes hold.' })
  factor!: Factor | null;

  @Field(() => String, { nullable: true, description: 'Why it makes no new problem.' })
  newProblemCheck!: string | null;

  @Field(() => DateTimeScalar, { description: 'By when.' })
  dueAt!: Date;

  @Field(() => Boolean, { description: 'Whether it was or is late.' })
  overdue!: boolean;

  @Field(() => String, { description: 'Subject of the person who planned it.' })
  plannedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was planned.' })
  plannedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Subject of the person who reported that.' })
  completedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was carried out.' })
  completedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was found of its effect.' })
  effect!: string | null;

  @Field(() => String, { nullable: true, description: 'Subject of the person who checked the effect.' })
  checkedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the effect was checked.' })
  checkedAt!: Date | null;
}

@ObjectType({ description: 'A check whether measures have an effect (效果确认).' })
export class EffectCheck {
  @Field(() => ID, { description: 'Id of the check within its case.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether they have.' })
  effective!: boolean;

  @Field(() => String, { description: 'What was found.' })
  findings!: string;

  @Field(() => String, { nullable: true, description: 'New problems that came of the measures.' })
  newProblems!: string | null;

  @Field(() => [String], { description: 'Stages that had to be done anew.' })
  reopened!: string[];

  @Field(() => String, { description: 'Subject of the person who checked.' })
  checkedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  checkedAt!: Date;
}

export const CorrectiveActionConnection = connectionType(CorrectiveAction);

const ActionKindFilter = enumFilter(ActionKind, 'ActionKind');
const ActionStateFilter = enumFilter(ActionState, 'ActionState');

@Combinable()
@InputType({ description: 'Conditions on actions. All given members must hold.' })
export class ActionWhereInput {
  @Field(() => ActionKindFilter, { nullable: true, description: 'Condition on the kind.' })
  kind?: EnumFilter<Kind>;

  @Field(() => ActionStateFilter, { nullable: true, description: 'Condition on the state.' })
  state?: EnumFilter<State>;

  @Field(() => StringFilter, { nullable: true, description: 'Condition on the owner.' })
  owner?: StringFilter;

  @Field(() => IdFilter, { nullable: true, description: 'Condition on the case.' })
  case?: IdFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Condition on the due date.' })
  dueAt?: DateTimeFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether it is still to be carried out and late.' })
  overdue?: BooleanFilter;

  declare AND?: ActionWhereInput[];
  declare OR?: ActionWhereInput[];
  declare NOT?: ActionWhereInput;
}

@ArgsType()
export class ActionsArgs extends ConnectionArgs {
  @Field(() => ActionWhereInput, { nullable: true, description: 'Only actions that fulfil these conditions.' })
  where?: ActionWhereInput;
}
