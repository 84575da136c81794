import { BigIntScalar, CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '@redress/graphql-runtime';
import { Field, InputType, Int } from 'type-graphql';
import { ComparisonEnum, DimensionEnum, MetricNameEnum, StatisticEnum } from './metric-enums.gql';
import { MetricsFilterInput, TimeWindowInput } from './metrics-filter.gql';
import type { DimensionName } from './model/dimension.model';
import type { MetricName } from './model/metric-registry.model';
import type { Statistic } from './model/metrics-answer.model';
import type { Comparison } from './questions/earlier-window.model';

@InputType({
  description:
    'What an answer takes into account, as an earlier answer told it: the same question with it has the same figures for ever.',
})
export class AsOfInput {
  @Field(() => BigIntScalar, {
    nullable: true,
    description:
      'Position in the change feed; all that is known unless told. Never one that the figures have not come to.',
  })
  position?: bigint | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The moment that decides what is overdue, and where a window ends that is not told; now unless told.',
  })
  time?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the definitions; refused when they have changed meaning since.',
  })
  metricVersion?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'As the earlier answer told it; it is told again, and nothing else depends on it.',
  })
  complete?: boolean | null;
}

@InputType({ description: 'Bounds of a figure; at least one of them.' })
export class HavingInput {
  @Field(() => MetricNameEnum, { description: 'One of the asked metrics.' })
  metric!: MetricName;

  @Field(() => StatisticEnum, {
    nullable: true,
    description: 'Which of its figures; of a time the mean unless told.',
  })
  statistic?: Statistic | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Of an amount: in which currency; any unless told.' })
  currency?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The figure is at least this.' })
  atLeast?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The figure is at most this.' })
  atMost?: string | null;
}

@InputType({ description: 'The largest values of a dimension.' })
export class TopInput {
  @Field(() => MetricNameEnum, { description: 'One of the asked metrics: by which they are ordered.' })
  by!: MetricName;

  @Field(() => StatisticEnum, {
    nullable: true,
    description: 'By which of its figures; of a time the mean unless told.',
  })
  statistic?: Statistic | null;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'Of an amount: in which currency; needed where there are several.',
  })
  currency?: string | null;

  @Field(() => Int, { description: 'How many, 1 to 100.' })
  count!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether all others are shown together in one more row.' })
  rest?: boolean | null;
}

@InputType({ description: 'A question for figures.' })
export class MetricsQueryInput {
  @Field(() => [MetricNameEnum], { description: 'Which figures.' })
  metrics!: MetricName[];

  @Field(() => [DimensionEnum], { nullable: true, description: 'One row for each combination of these; at most four.' })
  groupBy?: DimensionName[] | null;

  @Field(() => MetricsFilterInput, { nullable: true, description: 'Which complaints count.' })
  where?: MetricsFilterInput | null;

  @Field(() => TimeWindowInput, { nullable: true, description: 'Which time; everything up to now unless told.' })
  window?: TimeWindowInput | null;

  @Field(() => String, { nullable: true, description: 'IANA zone of days and months; `UTC` unless told.' })
  timeZone?: string | null;

  @Field(() => AsOfInput, { nullable: true, description: 'What is taken into account; the present unless told.' })
  asOf?: AsOfInput | null;

  @Field(() => [HavingInput], {
    nullable: true,
    description: 'Keeps rows whose figures are within bounds, all of them, after everything else; the rest row stays.',
  })
  having?: HavingInput[] | null;

  @Field(() => TopInput, {
    nullable: true,
    description: 'Keeps the largest values of the first dimension of `groupBy`, which must not be a time.',
  })
  top?: TopInput | null;

  @Field(() => ComparisonEnum, { nullable: true, description: 'Holds each figure against an earlier one.' })
  compareTo?: Comparison | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether stretches of time without anything are shown too, with counts of zero.',
  })
  fillGaps?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether all groups together are told as well, whatever `having` and `top` leave of them.',
  })
  totals?: boolean | null;
}
