import { registerEnumType } from 'type-graphql';
import { DIMENSION_NAMES } from './model/dimension.model';
import { METRICS } from './model/metric-registry.model';
import type { EngineName } from './engines/engine.model';
import type { Statistic } from './model/metrics-answer.model';
import { COMPARISONS, type Comparison } from './questions/earlier-window.model';

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

export const ComparisonEnum = enumOf<Comparison>(COMPARISONS);
registerEnumType(ComparisonEnum, {
  name: 'MetricComparison',
  description: 'What figures are held against.',
  valuesConfig: described({
    PREVIOUS_PERIOD: 'The stretch just before: for whole months as many months, for whole days as many days.',
    PREVIOUS_YEAR: 'The same dates of the year before.',
  }),
});

export const EngineEnum = enumOf<EngineName>(['facts', 'rollup', 'duckdb', 'clickhouse']);
registerEnumType(EngineEnum, {
  name: 'MetricsEngineName',
  description: 'What answered; the figures are the same from each.',
  valuesConfig: described({
    facts: 'The facts themselves, at any position.',
    rollup: 'Totals that are kept beside the facts.',
    duckdb: 'The columnar copy of this process.',
    clickhouse: 'A ClickHouse server.',
  }),
});
