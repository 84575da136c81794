import { BigIntScalar, CurrencyCodeScalar, DateTimeScalar, DecimalScalar, UserError } from '@redress/graphql-runtime';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { EngineName } from './engines/engine.model';
import { DimensionEnum, EngineEnum, MetricNameEnum, StatisticEnum, UnitEnum } from './metric-enums.gql';
import type { DimensionName } from './model/dimension.model';
import type { MetricName } from './model/metric-registry.model';
import type { Statistic } from './model/metrics-answer.model';

@ObjectType({ description: 'The value that a row has in a dimension.' })
export class DimensionValue {
  @Field(() => DimensionEnum, { description: 'The dimension.' })
  dimension!: DimensionName;

  @Field(() => String, { nullable: true, description: 'The value; none where the complaints have none.' })
  value!: string | null;
}

@ObjectType({ description: 'One figure.' })
export class MetricValue {
  @Field(() => MetricNameEnum, { description: 'The metric.' })
  metric!: MetricName;

  @Field(() => StatisticEnum, { description: 'How its rows are summed up.' })
  statistic!: Statistic;

  @Field(() => DecimalScalar, { description: 'The figure, exact.' })
  value!: string;

  @Field(() => UnitEnum, { description: 'What it is measured in.' })
  unit!: string;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of an amount.' })
  currency!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What a share or a mean of scores was made of: its upper part.',
  })
  numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What it was divided by.' })
  denominator!: string | null;
}

@ObjectType({ description: 'An earlier figure that one of the row is held against.' })
export class ComparedValue {
  @Field(() => MetricNameEnum, { description: 'The metric.' })
  metric!: MetricName;

  @Field(() => StatisticEnum, { description: 'How its rows are summed up.' })
  statistic!: Statistic;

  @Field(() => UnitEnum, { description: 'What it is measured in.' })
  unit!: string;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of an amount.' })
  currency!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The earlier figure; none where there was none.' })
  value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'By how much it grew since; none without both figures.' })
  change!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The same in percent of the earlier figure, with four decimals; none where that is nothing.',
  })
  changePercent!: string | null;
}

@ObjectType({ description: 'The figures of one group.' })
export class MetricRow {
  @Field(() => [DimensionValue], { description: 'What makes the group, in the order of `groupBy`.' })
  keys!: DimensionValue[];

  @Field(() => Boolean, {
    description: 'True for the row with all values of the first dimension that `top` does not show by themselves.',
  })
  rest!: boolean;

  @Field(() => [MetricValue], { description: 'Its figures; a duration without a row is left out.' })
  values!: MetricValue[];

  @Field(() => [ComparedValue], {
    nullable: true,
    description: 'What they are held against; none without `compareTo`.',
  })
  compared!: ComparedValue[] | null;
}

@ObjectType({ description: 'What an answer takes into account.' })
export class AsOf {
  @Field(() => BigIntScalar, { description: 'Position in the change feed up to which events are in the figures.' })
  position!: bigint;

  @Field(() => DateTimeScalar, { description: 'The moment that decides what is open and overdue.' })
  time!: Date;

  @Field(() => Boolean, {
    description: 'False while an event that is known waits for an earlier one or for an operator.',
  })
  complete!: boolean;

  @Field(() => Int, { description: 'Version of the metric definitions.' })
  metricVersion!: number;
}

@ObjectType({ description: 'A half-open stretch of time: from inclusive, to exclusive.' })
export class TimeWindow {
  @Field(() => DateTimeScalar, { description: 'First instant of the window.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'First instant after the window.' })
  to!: Date;
}

@ObjectType({ description: 'How an answer came about; its figures do not depend on it.' })
export class AnswerExtensions {
  @Field(() => EngineEnum, { description: 'What answered for the groups.' })
  engine!: EngineName;
}

@Directive('@shareable')
@ObjectType({ description: 'Figures, and what they take into account.' })
export class MetricsResult {
  @Field(() => [MetricRow], { description: 'One row a group, ordered by its keys; one row in all without groups.' })
  rows!: MetricRow[];

  @Field(() => AsOf, {
    nullable: true,
    description: 'What the figures take into account; none when the question was refused.',
  })
  asOf!: AsOf | null;

  @Field(() => MetricRow, {
    nullable: true,
    description: 'All groups together, also those that `having` and `top` leave out; none unless asked for.',
  })
  totals!: MetricRow | null;

  @Field(() => TimeWindow, { nullable: true, description: 'The window that figures are held against.' })
  comparedWindow!: TimeWindow | null;

  @Field(() => AnswerExtensions, { nullable: true, description: 'How the answer came about.' })
  extensions!: AnswerExtensions | null;

  @Field(() => [UserError], { description: 'Why the question could not be answered.' })
  userErrors!: UserError[];
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What complaints are about, on the axis of the regulation.' })
export class ComplaintCategory {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
}
