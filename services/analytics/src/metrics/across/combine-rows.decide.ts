import { compareKeys } from '../model/figures.model';
import type { MetricName } from '../model/metric-registry.model';
import type { MetricFigure, MetricsRow } from '../model/metrics-answer.model';
import { addedFigures } from '../questions/rest.decide';

/** A figure of several organisations; without a value where it does not follow from theirs. */
export interface CombinedFigure extends Omit<MetricFigure, 'value' | 'spread' | 'total'> {
  readonly value: string | undefined;
  /** How many organisations it is made of. */
  readonly organisations: number;
}

/** A group of several organisations. */
export interface CombinedRow {
  readonly keys: MetricsRow['keys'];
  readonly figures: readonly CombinedFigure[];
}

/** Rows of several organisations put together that have the same keys, in the order of their keys. */
export function combineRows(
  organisations: readonly (readonly MetricsRow[])[],
  metrics: readonly MetricName[],
): readonly CombinedRow[] {
  const groups = new Map<string, { readonly keys: MetricsRow['keys']; readonly rows: MetricsRow[] }>();
  for (const row of organisations.flat()) {
    const name = JSON.stringify(row.keys);
    const group = groups.get(name) ?? { keys: row.keys, rows: [] };
    groups.set(name, group);
    group.rows.push(row);
  }
  return [...groups.values()]
    .map(({ keys, rows }) => ({ keys, figures: combineFigures(rows, metrics) }))
    .sort((left, right) => compareKeys(left.keys, right.keys));
}

/** The figures of rows of different organisations together: metrics in the given order, an amount for each currency. */
export function combineFigures(
  rows: readonly Pick<MetricsRow, 'figures'>[],
  metrics: readonly MetricName[],
): readonly CombinedFigure[] {
  const figures = rows.flatMap((row) => row.figures);
  return metrics.flatMap((name) => {
    const ofMetric = figures.filter(({ metric }) => metric === name);
    const statistics = [...new Set(ofMetric.map(({ statistic }) => statistic))];
    return statistics.flatMap((statistic) =>
      combined(
        ofMetric.filter((figure) => figure.statistic === statistic),
        ofMetric,
      ),
    );
  });
}

/** One statistic of one metric. What is not made of sums stays open: no two organisations share a median or a person. */
function combined(same: readonly MetricFigure[], ofMetric: readonly MetricFigure[]): readonly CombinedFigure[] {
  const [first] = same;
  if (first === undefined) return [];
  switch (first.statistic) {
    case 'MEDIAN':
    case 'P90':
    case 'DISTINCT':
      return [{ ...described(first), value: undefined, organisations: same.length }];
    case 'MEAN':
      if (first.total !== undefined) return [meanOfSpans(same, ofMetric)];
      break;
    case 'COUNT':
    case 'SUM':
    case 'SHARE':
  }
  return addedFigures(same).map((figure) => ({
    ...described(figure),
    value: figure.value,
    organisations: same.filter(({ currency }) => currency === figure.currency).length,
  }));
}

/** A mean is rounded down by each organisation; so it is made anew of what they divided, and rounded once. */
function meanOfSpans(means: readonly MetricFigure[], ofMetric: readonly MetricFigure[]): CombinedFigure {
  const [first] = means;
  if (first === undefined) throw new Error('a mean of nothing');
  const total = means.reduce((sum, figure) => sum + BigInt(figure.total ?? 0), 0n);
  const counts = ofMetric.filter(({ statistic }) => statistic === 'COUNT');
  const count = counts.reduce((sum, { value }) => sum + BigInt(value), 0n);
  return { ...described(first), value: String(total / count), organisations: means.length };
}

function described(figure: MetricFigure): Omit<CombinedFigure, 'value' | 'organisations'> {
  const { metric, statistic, unit, currency, numerator, denominator } = figure;
  return {
    ...{ metric, statistic, unit },
    ...(currency === undefined ? {} : { currency }),
    ...(numerator === undefined || denominator === undefined ? {} : { numerator, denominator }),
  };
}
