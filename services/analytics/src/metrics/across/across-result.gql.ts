import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MetricNameEnum, StatisticEnum, UnitEnum } from '../metric-enums.gql';
import { AnswerExtensions, AsOf, DimensionValue, MetricRow, TimeWindow } from '../metrics.gql';
import type { MetricName } from '../model/metric-registry.model';
import type { Statistic } from '../model/metrics-answer.model';

@ObjectType({ description: 'The figures of one group of one organisation.' })
export class OrganisationRow extends MetricRow {
  @Field(() => ID, { description: 'The organisation, as a dimension before those of `groupBy`.' })
  organisation!: string;
}

@ObjectType({ description: 'What one organisation answered.' })
export class OrganisationAnswer {
  @Field(() => ID, { description: 'The organisation.' })
  organisation!: string;

  @Field(() => AsOf, {
    nullable: true,
    description:
      'What its figures take into account; none when it has none. Positions of two organisations have nothing in common.',
  })
  asOf!: AsOf | null;

  @Field(() => MetricRow, { nullable: true, description: 'All its groups together; none unless asked for.' })
  totals!: MetricRow | null;

  @Field(() => AnswerExtensions, { nullable: true, description: 'How its answer came about.' })
  extensions!: AnswerExtensions | null;

  @Field(() => [UserError], { description: 'Why it has no figures; those of the others do not depend on it.' })
  userErrors!: UserError[];
}

@ObjectType({
  description:
    'A figure of several organisations. Counts and amounts are added, shares and means made anew of what they are made of.',
})
export class CombinedValue {
  @Field(() => MetricNameEnum, { description: 'The metric.' })
  metric!: MetricName;

  @Field(() => StatisticEnum, { description: 'How its rows are summed up.' })
  statistic!: Statistic;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The figure, exact. None for `MEDIAN`, `P90` and `DISTINCT`: they do not follow from those of the organisations.',
  })
  value!: string | null;

  @Field(() => UnitEnum, { description: 'What it is measured in.' })
  unit!: string;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'Currency of an amount; amounts of two are not added.',
  })
  currency!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a share or a mean of scores: its upper part.' })
  numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What it was divided by.' })
  denominator!: string | null;

  @Field(() => Int, { description: 'How many organisations have such a figure.' })
  organisations!: number;
}

@ObjectType({ description: 'A group of all organisations that answered.' })
export class CombinedRow {
  @Field(() => [DimensionValue], { description: 'What makes the group, in the order of `groupBy`.' })
  keys!: DimensionValue[];

  @Field(() => [CombinedValue], { description: 'Its figures.' })
  values!: CombinedValue[];
}

@ObjectType({ description: 'Figures of several organisations.' })
export class AcrossResult {
  @Field(() => [OrganisationAnswer], { description: 'Every organisation that was asked, in the order of their names.' })
  organisations!: OrganisationAnswer[];

  @Field(() => [OrganisationRow], {
    description: 'The rows of all organisations, one after the other; `top` and `having` hold for each by itself.',
  })
  rows!: OrganisationRow[];

  @Field(() => [CombinedRow], {
    nullable: true,
    description:
      'The groups of all organisations that answered, put together by their keys; none with `top` or `having`, which leave out other groups of each.',
  })
  together!: CombinedRow[] | null;

  @Field(() => CombinedRow, {
    nullable: true,
    description: 'The totals of all organisations that answered; none unless asked for.',
  })
  totals!: CombinedRow | null;

  @Field(() => TimeWindow, { nullable: true, description: 'The window that figures are held against.' })
  comparedWindow!: TimeWindow | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The moment that decides what is overdue, the same for all. With it in `query.asOf.time` and the positions in `asOf` the same question has the same figures for ever.',
  })
  time!: Date | null;

  @Field(() => [UserError], { description: 'Why the question could not be put to anybody.' })
  userErrors!: UserError[];
}
