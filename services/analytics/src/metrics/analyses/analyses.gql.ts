import { CurrencyCodeScalar } from '@redress/graphql-runtime';
import { Field, InputType, Int } from 'type-graphql';
import { DimensionEnum, MetricNameEnum, StatisticEnum } from '../metric-enums.gql';
import { MetricsFilterInput, TimeWindowInput } from '../metrics-filter.gql';
import { AsOfInput } from '../metrics-query.gql';
import type { DimensionName } from '../model/dimension.model';
import type { MetricName } from '../model/metric-registry.model';
import type { Statistic } from '../model/metrics-answer.model';

@InputType({ description: 'Which complaints, when, and as of when.' })
export class AnalysisScopeInput {
  @Field(() => MetricsFilterInput, { nullable: true, description: 'Which complaints count.' })
  where?: MetricsFilterInput | null;

  @Field(() => TimeWindowInput, { nullable: true, description: 'Which time; everything up to now unless told.' })
  window?: TimeWindowInput | null;

  @Field(() => String, { nullable: true, description: 'IANA zone of days and weeks; `UTC` unless told.' })
  timeZone?: string | null;

  @Field(() => AsOfInput, { nullable: true, description: 'What is taken into account; the present unless told.' })
  asOf?: AsOfInput | null;
}

@InputType({ description: 'Which figure, by what, and which complaints.' })
export class ParetoInput extends AnalysisScopeInput {
  @Field(() => MetricNameEnum, { description: 'A count or an amount.' })
  metric!: MetricName;

  @Field(() => DimensionEnum, { description: 'What the whole is divided by.' })
  dimension!: DimensionName;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Of an amount; needed where there are several.' })
  currency?: string | null;
}

@InputType({ description: 'Which weeks of receipt are followed for how long.' })
export class CohortsInput extends AnalysisScopeInput {
  @Field(() => Int, { nullable: true, description: 'For how many weeks, 1 to 53; 8 unless told.' })
  weeks?: number | null;
}

@InputType({ description: 'Which figure over which two dimensions.' })
export class HeatMapInput extends AnalysisScopeInput {
  @Field(() => MetricNameEnum, { description: 'The metric.' })
  metric!: MetricName;

  @Field(() => DimensionEnum, { description: 'What the columns are.' })
  x!: DimensionName;

  @Field(() => DimensionEnum, { description: 'What the rows are.' })
  y!: DimensionName;

  @Field(() => StatisticEnum, { nullable: true, description: 'Which of its figures; of a time the mean unless told.' })
  statistic?: Statistic | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Of an amount; needed where there are several.' })
  currency?: string | null;
}

@InputType({ description: 'Which span of time, and how finely.' })
export class DistributionInput extends AnalysisScopeInput {
  @Field(() => MetricNameEnum, { description: 'A span of time.' })
  metric!: MetricName;

  @Field(() => Int, {
    nullable: true,
    description: 'How many bins of equal width, 1 to 100, beside an open one; 20 unless told.',
  })
  bins?: number | null;
}
