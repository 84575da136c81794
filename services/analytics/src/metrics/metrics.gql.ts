import { BigIntScalar, CurrencyCodeScalar, DateTimeScalar, DecimalScalar, UserError } from '@redress/graphql-runtime';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DIMENSION_NAMES, type DimensionName } from './model/dimension.model';
import { METRICS, type MetricName } from './model/metric-registry.model';
import type { Statistic } from './model/metrics-answer.model';

const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [Key in Name]: Key };

const described = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([name, description]) => [name, { description }]));

export const MetricNameEnum = enumOf(METRICS.map(({ name }) => name));
registerEnumType(MetricNameEnum, {
  name: 'MetricName',
  description: 'A figure with a fixed, versioned definition.',
  valuesConfig: described(
    Object.fromEntries(
      METRICS.map(({ name, label, definition }) => [name, `${label.en} (${label.zh}). ${definition.en}`]),
    ),
  ),
});

export const DimensionEnum = enumOf(DIMENSION_NAMES);
registerEnumType(DimensionEnum, {
  name: 'MetricDimension',
  description: 'What figures may be grouped by.',
  valuesConfig: described({
    HOUR: 'Local hour in the asked time zone, `2026-11-22T14`.',
    DAY: 'Local day in the asked time zone, `2026-11-22`.',
    WEEK: 'ISO week in the asked time zone, `2026-W47`.',
    MONTH: 'Local month in the asked time zone, `2026-11`.',
    QUARTER: 'Quarter in the asked time zone, `2026-Q4`.',
    YEAR: 'Local year in the asked time zone, `2026`.',
    WEEKDAY: 'Day of the week, `1` being Monday.',
    HOUR_OF_DAY: 'Hour of the day, `00` to `23`.',
    CHANNEL: 'Channel by which the complaint came in.',
    ITEM_TYPE: 'What was brought forward: a complaint, an enquiry, a suggestion and so on.',
    LEVEL: 'Level of the case.',
    TRACK: 'Whether the case is on the normal track, the fast lane or the emergency track.',
    PRODUCT: 'Product that the complaint is about.',
    CATEGORY: 'Code of the category.',
    CAUSE: 'Cause, where the regulation classifies causes.',
    DEPARTMENT: 'Unit that the case, or the stage, is with.',
    RESPONSIBLE_DEPARTMENT: 'Department that was found responsible.',
    STAFF: 'Subject of the member of staff who handles it, or who acted.',
    REGION: 'Region of the complainant.',
    CUSTOMER_SEGMENT: 'Who complains: a consumer, an agent, an authority and so on.',
    REGULATION: 'Regulation that the complaint is handled under.',
    REGULATION_VERSION: 'Version of that regulation.',
    OUTCOME: 'How the case was closed; none while it is open.',
    VALIDITY: 'What the investigation found.',
    STAGE: 'Stage of handling.',
    INSTRUMENT: 'Kind of settlement, or of what it paid.',
    CURRENCY: 'Currency of the money.',
    KIND: 'Kind of the thing counted: of a paper, an action, a reply, an exception or an entry.',
    WORK: 'What a member of staff did.',
    ACCOUNT: 'Account of the ledger.',
    STATE: 'State of the settlement.',
    MEANS: 'By what means somebody was asked or replied to.',
  }),
});

export const StatisticEnum = enumOf<Statistic>(['COUNT', 'SUM', 'MEAN', 'MEDIAN', 'P90', 'SHARE', 'DISTINCT']);
registerEnumType(StatisticEnum, {
  name: 'MetricStatistic',
  description: 'How a figure sums up its rows.',
  valuesConfig: described({
    COUNT: 'How many.',
    SUM: 'The total.',
    MEAN: 'The arithmetic mean: of time rounded down to the unit, of scores with four decimals.',
    MEDIAN: 'The 50th percentile by nearest rank.',
    P90: 'The 90th percentile by nearest rank.',
    SHARE: 'A part of those that count, in percent with four decimals.',
    DISTINCT: 'How many different ones.',
  }),
});

export const UnitEnum = enumOf(['COUNT', 'MILLISECONDS', 'MONEY', 'PERCENT', 'SCORE'] as const);
registerEnumType(UnitEnum, {
  name: 'MetricUnit',
  description: 'What a figure is measured in.',
  valuesConfig: described({
    COUNT: 'A number of things.',
    MILLISECONDS: 'Elapsed time in milliseconds.',
    MONEY: 'Money in major units of the currency beside it.',
    PERCENT: 'Of a hundred.',
    SCORE: 'From 1 to 5, the best being 5.',
  }),
});

@InputType({ description: 'A half-open stretch of time: from inclusive, to exclusive.' })
export class TimeWindowInput {
  @Field(() => DateTimeScalar, { description: 'First instant of the window.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'First instant after the window.' })
  to!: Date;
}

@InputType({ description: 'Keeps complaints whose value is in the list; a list that is absent does not filter.' })
export class MetricsFilterInput {
  @Field(() => [String], { nullable: true, description: 'Channels, for example `WEB_FORM`.' })
  channel?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Types of what was brought forward.' })
  itemType?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Levels.' })
  level?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Tracks.' })
  track?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Products.' })
  product?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of categories.' })
  category?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Causes.' })
  cause?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Units.' })
  department?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Departments found responsible.' })
  responsibleDepartment?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Subjects of members of staff.' })
  staff?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regions.' })
  region?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of complainants.' })
  customerSegment?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regulations.' })
  regulation?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Outcomes.' })
  outcome?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Findings.' })
  validity?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Stages; for what has stages only.' })
  stage?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of settlement; for settlements and returns only.' })
  instrument?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Currencies; for money only.' })
  currency?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of the thing counted, where it has kinds.' })
  kind?: string[] | null;
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
}

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

@ObjectType({ description: 'The figures of one group.' })
export class MetricRow {
  @Field(() => [DimensionValue], { description: 'What makes the group, in the order of `groupBy`.' })
  keys!: DimensionValue[];

  @Field(() => [MetricValue], { description: 'Its figures; a duration without a row is left out.' })
  values!: MetricValue[];
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

  @Field(() => [UserError], { description: 'Why the question could not be answered.' })
  userErrors!: UserError[];
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What complaints are about, on the axis of the regulation.' })
export class ComplaintCategory {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
}
