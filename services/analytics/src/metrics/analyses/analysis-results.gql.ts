import { BigIntScalar, DecimalScalar, UserError } from '@redress/graphql-runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import { AnswerExtensions, AsOf, MetricValue } from '../metrics.gql';

@ObjectType({ description: 'What every analysis tells beside its figures.' })
abstract class AnalysisResult {
  @Field(() => AsOf, { nullable: true, description: 'What the figures take into account; none when refused.' })
  asOf!: AsOf | null;

  @Field(() => AnswerExtensions, { nullable: true, description: 'How the answer came about.' })
  extensions!: AnswerExtensions | null;

  @Field(() => [UserError], { description: 'Why the question could not be answered.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A part of a whole.' })
export class ParetoPart {
  @Field(() => String, { nullable: true, description: 'The value of the dimension; none where there is none.' })
  key!: string | null;

  @Field(() => MetricValue, { description: 'Its figure.' })
  figure!: MetricValue;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its percentage of the whole; none of nothing.' })
  share!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The percentage of it and all larger ones together.' })
  cumulativeShare!: string | null;
}

@ObjectType({ description: 'The parts of a whole, the largest first.' })
export class ParetoResult extends AnalysisResult {
  @Field(() => [ParetoPart], { description: 'The parts.' })
  parts!: ParetoPart[];
}

@ObjectType({ description: 'How many complaints came to a stage.' })
export class FunnelStep {
  @Field(() => MetricValue, { description: 'How many, by the metric that counts them.' })
  figure!: MetricValue;

  @Field(() => DecimalScalar, { nullable: true, description: 'Percentage of those received; none of nothing.' })
  ofReceived!: string | null;
}

@ObjectType({ description: 'How far the complaints received in a window have come; a stage may be skipped.' })
export class FunnelResult extends AnalysisResult {
  @Field(() => [FunnelStep], {
    description: 'Received, acknowledged, accepted, replied to, decided, carried out and closed.',
  })
  steps!: FunnelStep[];
}

@ObjectType({ description: 'How many complaints of a week were closed within so many weeks.' })
export class CohortStep {
  @Field(() => Int, { description: 'Within fewer than so many times seven days from receipt.' })
  weeks!: number;

  @Field(() => Int, { description: 'How many.' })
  closed!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'Percentage of those received; none of nothing.' })
  share!: string | null;

  @Field(() => Boolean, { description: 'Whether all of the week have had that much time.' })
  complete!: boolean;
}

@ObjectType({ description: 'The complaints received in a week.' })
export class Cohort {
  @Field(() => String, { description: 'ISO week of receipt, `2026-W47`.' })
  week!: string;

  @Field(() => Int, { description: 'How many were received.' })
  received!: number;

  @Field(() => [CohortStep], { description: 'How many were closed within one week, two, and so on.' })
  steps!: CohortStep[];
}

@ObjectType({ description: 'Weeks of receipt, each followed until its complaints are closed.' })
export class CohortsResult extends AnalysisResult {
  @Field(() => [Cohort], { description: 'Every week in which some were received.' })
  cohorts!: Cohort[];
}

@ObjectType({ description: 'A row of a heat map.' })
export class HeatMapRow {
  @Field(() => String, { nullable: true, description: 'The value of the second dimension; none where there is none.' })
  key!: string | null;

  @Field(() => [MetricValue], {
    nullable: 'items',
    description: 'A figure for each column, in their order; none where there is nothing to tell.',
  })
  cells!: (MetricValue | null)[];
}

@ObjectType({ description: 'Figures over two dimensions, with every combination of their values.' })
export class HeatMapResult extends AnalysisResult {
  @Field(() => [String], { nullable: 'items', description: 'The values of the first dimension.' })
  columns!: (string | null)[];

  @Field(() => [HeatMapRow], { description: 'One row for each value of the second dimension.' })
  rows!: HeatMapRow[];
}

@ObjectType({ description: 'A percentile by nearest rank.' })
export class Percentile {
  @Field(() => Int, { description: 'So many percent are no longer than it.' })
  percent!: number;

  @Field(() => BigIntScalar, { description: 'Milliseconds.' })
  milliseconds!: bigint;
}

@ObjectType({ description: 'Spans of time within bounds.' })
export class DistributionBin {
  @Field(() => BigIntScalar, { description: 'At least so many milliseconds.' })
  fromMilliseconds!: bigint;

  @Field(() => BigIntScalar, { nullable: true, description: 'Less than so many milliseconds; open at the last.' })
  toMilliseconds!: bigint | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => DecimalScalar, { description: 'Percentage of all.' })
  share!: string;
}

@ObjectType({ description: 'How spans of time lie.' })
export class DistributionResult extends AnalysisResult {
  @Field(() => [MetricValue], { description: 'Count, mean, median and 90th percentile; empty where there is none.' })
  figures!: MetricValue[];

  @Field(() => [Percentile], { description: 'The 1st to the 99th percentile.' })
  percentiles!: Percentile[];

  @Field(() => [DistributionBin], { description: 'Bins without gaps, from nothing on; they come to the count.' })
  bins!: DistributionBin[];
}
