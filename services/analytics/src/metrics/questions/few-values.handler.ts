import { accept, type Outcome } from '@redress/kernel';
import type { AskMetrics } from '../answer-metrics.handler';
import { metric } from '../model/metric-registry.model';
import type { MetricFigure, MetricsRow } from '../model/metrics-answer.model';
import { NONE_OF_LIST, type MetricsQuery } from '../model/metrics-query.model';
import type { FiguresRefusal } from './figures-query.model';
import { isFew } from './gives-away.rules';

/** Whether a mean or a percentile is of so few values that it tells what single ones are. */
export function isOfFewValues({ metric: name, statistic, value, denominator }: MetricFigure): boolean {
  const { kind } = metric(name).measure;
  if (kind === 'average') return isFew(Number(denominator));
  return (kind === 'duration' || kind === 'worked') && statistic === 'COUNT' && isFew(Number(value));
}

/**
 * Whether rows tell of too few although many stand behind them: a mean or a percentile of those few of whom the value is
 * known, or an amount in a currency that few were paid in. `change` makes of a question the one that has these rows.
 */
export async function tellsFewValues(
  ask: (change: Partial<MetricsQuery>) => ReturnType<AskMetrics>,
  { metrics, spread }: Pick<MetricsQuery, 'metrics' | 'spread'>,
  change: Partial<MetricsQuery>,
  rows: readonly Pick<MetricsRow, 'keys' | 'figures'>[],
): Promise<Outcome<boolean, FiguresRefusal>> {
  const figures = rows.flatMap((row) => row.figures);
  // With edges alone nothing is shown of a span but how many there are below each.
  const showsCounts = spread !== undefined && spread.percentiles.length === 0;
  if (!showsCounts && figures.some(isOfFewValues)) return accept(true);
  const sums = metrics.filter((name) => metric(name).measure.kind === 'sum');
  const CURRENCY = [...new Set(figures.flatMap(({ currency }) => (currency === undefined ? [] : [currency])))];
  if (sums.length === 0 || CURRENCY.length === 0) return accept(false);
  const counted = await ask({ ...change, metrics: sums, parts: { CURRENCY }, persons: 'ALONE' });
  if (!counted.ok) return counted;
  const shown = new Set(rows.map(({ keys }) => JSON.stringify(keys)));
  // After the keys of a row come the currency, by its place in the list, and which of the sums it is of.
  const few = counted.value.rows.some(
    ({ keys, persons = 0 }) =>
      isFew(persons) && keys.at(-2) !== NONE_OF_LIST && shown.has(JSON.stringify(keys.slice(0, -2))),
  );
  return accept(few);
}
