import { ConnectionArgs, connectionType, DateTimeScalar, Node } from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DifferenceKind as Kind, SimulationState as State } from '../model/simulation.model';

export const SimulationState = {
  WAITING: 'WAITING',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const satisfies Record<State, State>;
registerEnumType(SimulationState, {
  name: 'SimulationState',
  description: 'How far a simulation has come.',
  valuesConfig: {
    WAITING: { description: 'It has not begun.' },
    RUNNING: { description: 'It is under way.' },
    DONE: { description: 'Every case of the window was replayed.' },
    CANCELLED: { description: 'It was stopped; what it had found stays.' },
    FAILED: { description: 'It could not be carried out; what it had found stays.' },
  },
});

export const DifferenceKind = { CLOCK: 'CLOCK', LEVEL: 'LEVEL', AUTHORITY: 'AUTHORITY' } as const satisfies Record<
  Kind,
  Kind
>;
registerEnumType(DifferenceKind, {
  name: 'DifferenceKind',
  description: 'What would have been different.',
  valuesConfig: {
    CLOCK: { description: 'A stage would have been due at another time, or not, or not at all.' },
    LEVEL: { description: 'The case would have had another level.' },
    AUTHORITY: { description: 'Who decided could not have, or now could.' },
  },
});

@ObjectType({ description: 'How far a simulation has come.' })
export class SimulationProgress {
  @Field(() => Int, { description: 'Cases that were replayed.' })
  cases!: number;

  @Field(() => Float, { description: 'Facts of those cases.' })
  events!: number;

  @Field(() => Int, { description: 'Cases of the window.' })
  of!: number;
}

@ObjectType({ description: 'How many differences there are.' })
export class DifferenceCount {
  @Field(() => DifferenceKind, { description: 'Of which kind.' })
  kind!: Kind;

  @Field(() => String, { nullable: true, description: 'Of which stage, for clocks.' })
  stage!: string | null;

  @Field(() => Int, { description: 'How many.' })
  n!: number;
}

@ObjectType({ description: 'Something that would have been different in a case.' })
export class SimulationDifference {
  @Field(() => ID, { description: 'Global id of the case.' })
  caseId!: string;

  @Field(() => DifferenceKind, { description: 'What.' })
  kind!: Kind;

  @Field(() => String, { nullable: true, description: 'Stage, for a clock.' })
  stage!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As it was: the due date, the level, or whether the decider had the authority; null where it was not.',
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'As it would have been; null where it would not.' })
  after!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'For a clock: whether the stage was in time.' })
  beforeInTime!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'For a clock: whether the stage would have been in time.' })
  afterInTime!: boolean | null;
}

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'The cases of a window replayed under another regulation, or another version or other values of it.',
})
export class Simulation extends Node {
  /** Id inside of the service; never in the graph. */
  readonly simulationId!: string;

  @Field(() => SimulationState, { description: 'How far it has come.' })
  state!: State;

  @Field(() => String, { description: 'Stable name of the regulation that was tried.' })
  regulation!: string;

  @Field(() => Int, { description: 'Its version.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'Cases received from this moment on.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'Cases received before this moment.' })
  to!: Date;

  @Field(() => String, { description: 'Subject of the person who asked for it.' })
  requestedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When; what was open then counts as open.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it is under way.' })
  finishedAt!: Date | null;

  @Field(() => SimulationProgress, { description: 'How far it has come, in numbers.' })
  progress!: SimulationProgress;

  @Field(() => [DifferenceCount], { description: 'How many differences it found, by kind and stage.' })
  counts!: readonly DifferenceCount[];
}

export const SimulationConnection = connectionType(Simulation);
export const SimulationDifferenceConnection = connectionType(SimulationDifference);

@ArgsType()
export class DifferencesArgs extends ConnectionArgs {
  @Field(() => DifferenceKind, { nullable: true, description: 'Only differences of this kind.' })
  kind?: Kind;
}
