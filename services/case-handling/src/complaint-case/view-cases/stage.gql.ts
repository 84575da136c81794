import type { Role } from '@redress/kernel';
import type { IsoStage as IsoStageName, Label, SegmentReason as Reason } from '@redress/regulations';
import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ClockState as ClockStateName } from '../model/case.model';
import type { PersonalAction } from '../../case-actions.model';
import { CaseAction, CaseStageState, ClockState, IsoStage, RoleName, SegmentReason } from './case-enums.gql';

@ObjectType({ description: 'A stretch of time that was counted towards a due date, or skipped.' })
export class TimeSegment {
  @Field(() => DateTimeScalar, { description: 'First moment.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'First moment after it.' })
  to!: Date;

  @Field(() => SegmentReason, { description: 'Why it was counted or skipped.' })
  reason!: Reason;

  @Field(() => String, { nullable: true, description: 'Name of the holiday, where there is one.' })
  name!: string | null;
}

@ObjectType({ description: 'Why a due date is what it is: everything between start and due date, counted or skipped.' })
export class DueDateProof {
  @Field(() => String, { description: 'IANA time zone in which days were counted.' })
  timeZone!: string;

  @Field(() => String, { description: 'Calendar of working days, for example `cn`.' })
  calendar!: string;

  @Field(() => String, { description: 'Version of the calendar that was used.' })
  calendarVersion!: string;

  @Field(() => [TimeSegment], { description: 'What was counted.' })
  counted!: readonly TimeSegment[];

  @Field(() => [TimeSegment], { description: 'What was skipped, and why.' })
  skipped!: readonly TimeSegment[];

  @Field(() => Boolean, {
    description:
      'True when days off of a year involved were not announced yet: the date is then the earliest possible.',
  })
  provisional!: boolean;
}

@ObjectType({ description: 'The time that a stage of the regulation may take.' })
export class StageClock {
  @Field(() => ID, { description: 'Id of the clock within its case.' })
  id!: string;

  @Field(() => String, { description: 'Name of the stage in the regulation, for example `investigation`.' })
  stage!: string;

  /** In both languages, for the field `label`. */
  readonly labels!: Label;

  @Field(() => ClockState, { description: 'Whether it still runs.' })
  state!: ClockStateName;

  @Field(() => DateTimeScalar, { description: 'When it was started.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the stage is due.' })
  dueAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'For a range such as 14 to 21 days, when its shorter end runs out.',
  })
  targetAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the stage was finished; null if it was not.' })
  completedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the stage was finished late, or is late now.' })
  overdue!: boolean;

  @Field(() => DueDateProof, { description: 'Why it is due then.' })
  proof!: DueDateProof;
}

@ObjectType({ description: 'A stage that the regulation plans for the case.' })
export class CaseStage {
  @Field(() => String, { description: 'Name of the stage in the regulation.' })
  stage!: string;

  /** In both languages, for the field `label`. */
  readonly labels!: Label;

  @Field(() => String, { description: 'Kind of the stage, for example INVESTIGATION; the same for every regulation.' })
  kind!: string;

  @Field(() => IsoStage, { description: 'The stage in the terms of ISO 10002.' })
  isoStage!: IsoStageName;

  @Field(() => [RoleName], { description: 'Who performs it.' })
  performers!: readonly Role[];

  @Field(() => [String], { description: 'Parties of the regulation that perform it, for example `gm-office`.' })
  parties!: readonly string[];

  @Field(() => [String], { description: 'Stages that have to be finished before it begins.' })
  missing!: readonly string[];

  @Field(() => Boolean, { description: 'Whether the text says “at once” without a number.' })
  immediate!: boolean;

  @Field(() => Boolean, { description: 'Whether it may be left out.' })
  optional!: boolean;

  @Field(() => Int, { description: 'How many approvals it has received.' })
  approvals!: number;

  /** In both languages, for the field `article`. */
  readonly articles!: Label;

  @Field(() => CaseStageState, { description: 'Where it stands.' })
  state!: keyof typeof CaseStageState;

  @Field(() => StageClock, { nullable: true, description: 'Its clock; null when it has no deadline or has not begun.' })
  clock!: StageClock | null;
}

@ObjectType({ description: 'Something that the viewer may do with the case now.' })
export class AvailableAction {
  @Field(() => CaseAction, { description: 'What.' })
  action!: PersonalAction;

  @Field(() => String, { nullable: true, description: 'Stage of the regulation that it belongs to.' })
  stage!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that stage is due.' })
  dueAt!: Date | null;
}
