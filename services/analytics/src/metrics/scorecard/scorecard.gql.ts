import { BigIntScalar, DateTimeScalar, DecimalScalar, LocalDateScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MetricNameEnum } from '../metric-enums.gql';
import { AsOf, MetricValue } from '../metrics.gql';
import type { MetricName } from '../model/metric-registry.model';
import { VERDICTS, type Verdict } from './verdict.decide';

export const ScorecardVerdict = Object.fromEntries(VERDICTS.map((name) => [name, name])) as {
  readonly [Name in Verdict]: Name;
};
registerEnumType(ScorecardVerdict, {
  name: 'ScorecardVerdict',
  description: 'How a figure stands against its target.',
  valuesConfig: {
    MET: { description: 'The target is met.' },
    MISSED: { description: 'The target is missed.' },
    NO_DATA: { description: 'There is no figure yet.' },
    NO_TARGET: { description: 'The regulation names the figure and sets no number.' },
    BREAKDOWN: { description: 'The regulation asks for a comparison of groups; ask `metrics` for them.' },
    NOT_KEPT: { description: 'Nothing tells this figure.' },
  },
});

@ObjectType({ description: 'A figure that a person recorded, since no event tells it.' })
export class OutsideFigure {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Which figure, as regulations name it: `training-coverage`.' })
  figure!: string;

  @Field(() => LocalDateScalar, { description: 'First day of its period.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of its period.' })
  until!: string;

  @Field(() => Int, { description: 'Grows by one with each correction.' })
  version!: number;

  @Field(() => BigIntScalar, { description: 'So many …' })
  numerator!: bigint;

  @Field(() => BigIntScalar, { description: '… of so many.' })
  denominator!: bigint;

  @Field(() => String, { description: 'Where it is from.' })
  source!: string;

  @Field(() => String, { description: 'Subject of who recorded it.' })
  recordedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'A figure that the regulation names.' })
export class ScorecardRow {
  @Field(() => String, { description: 'As regulations name it: `response-time`.' })
  name!: string;

  @Field(() => String, { description: 'What it is, in the language of the request.' })
  label!: string;

  @Field(() => String, { nullable: true, description: '`AT_LEAST`, `AT_MOST`, `EQUAL` or `REDUCED_BY`.' })
  comparator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The number that the regulation sets.' })
  target!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the target: `PERCENT`, `HOURS` or `COUNT`.' })
  unit!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The figure in the unit of the target.' })
  value!: string | null;

  @Field(() => MetricNameEnum, { nullable: true, description: 'The metric that answers for it.' })
  metric!: MetricName | null;

  @Field(() => MetricValue, { nullable: true, description: 'The figure of that metric.' })
  figure!: MetricValue | null;

  @Field(() => OutsideFigure, { nullable: true, description: 'The figure that a person recorded.' })
  outside!: OutsideFigure | null;

  @Field(() => Boolean, { description: 'Whether the metric is only near what the text means.' })
  approximate!: boolean;

  @Field(() => ScorecardVerdict, { description: 'How it stands.' })
  verdict!: Verdict;
}

@ObjectType({
  description: 'What happened in a period, held against the targets of the regulation in force at its end.',
})
export class ScorecardResult {
  @Field(() => String, { nullable: true, description: 'The regulation.' })
  regulation!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its version.' })
  regulationVersion!: number | null;

  @Field(() => [ScorecardRow], { description: 'Every figure that it names, in its order.' })
  rows!: ScorecardRow[];

  @Field(() => AsOf, { nullable: true, description: 'What the figures take into account; none when refused.' })
  asOf!: AsOf | null;

  @Field(() => [UserError], { description: 'Why there is none.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'How many people a kind of work needed.' })
export class StaffingRow {
  @Field(() => String, { description: 'The kind of work as the regulation names it.' })
  work!: string;

  @Field(() => String, { description: 'What it is, in the language of the request.' })
  label!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The standard: so many a person and day.' })
  perPersonAndDay!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The standard: so many minutes each, 480 a day.' })
  minutesEach!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many there were; none for work that no fact tells apart.' })
  volume!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many people; none without volume or standard.' })
  people!: string | null;
}

@ObjectType({ description: 'Head-count by the standards of the regulation, for the volume of a period.' })
export class StaffingResult {
  @Field(() => Int, { nullable: true, description: 'Working days of the period by the adopted calendar.' })
  workingDays!: number | null;

  @Field(() => [StaffingRow], { description: 'One for each standard; some are parts of others and must not be added.' })
  rows!: StaffingRow[];

  @Field(() => AsOf, { nullable: true, description: 'What the figures take into account; none when refused.' })
  asOf!: AsOf | null;

  @Field(() => [UserError], { description: 'Why there is none.' })
  userErrors!: UserError[];
}

@InputType({ description: 'A figure from outside.' })
export class RecordOutsideFigureInput {
  @Field(() => String, { description: 'Made by the client; the same key records once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Which figure, as regulations name it: `training-coverage`.' })
  figure!: string;

  @Field(() => LocalDateScalar, { description: 'First day of its period.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of its period.' })
  until!: string;

  @Field(() => BigIntScalar, { description: 'So many …' })
  numerator!: bigint;

  @Field(() => BigIntScalar, { description: '… of so many; at least one.' })
  denominator!: bigint;

  @Field(() => String, { description: 'Where it is from; 1 to 500 characters.' })
  source!: string;

  @Field(() => Int, { nullable: true, description: 'The version that is corrected; none for the first.' })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'What became of it.' })
export class OutsideFigurePayload {
  @Field(() => OutsideFigure, { nullable: true, description: 'The figure as it counts now; none when refused.' })
  outsideFigure!: OutsideFigure | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why nothing was recorded.' })
  userErrors!: UserError[];
}
