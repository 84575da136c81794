import type { MetricRow, MetricsResult, MetricValue } from './metrics.gql';
import type { DimensionName } from './model/dimension.model';
import type { MetricFigure } from './model/metrics-answer.model';
import type { FiguresAnswer } from './questions/ask-figures.handler';
import type { FiguresRow } from './questions/figures-query.model';

/** A figure as the graph shows it. */
export function toMetricValue(figure: MetricFigure): MetricValue {
  const { metric, statistic, unit, value, currency = null, numerator = null, denominator = null } = figure;
  return { metric, statistic, unit, value, currency, numerator, denominator };
}

/** A row as the graph shows it. */
export function toMetricRow(row: FiguresRow, groupBy: readonly DimensionName[]): MetricRow {
  const { keys, rest, figures, compared } = row;
  return {
    rest,
    keys: groupBy.slice(0, keys.length).map((dimension, index) => ({ dimension, value: keys[index] ?? null })),
    values: figures.map(toMetricValue),
    compared:
      compared?.map(({ currency = null, value = null, change = null, changePercent = null, ...figure }) => ({
        ...{ ...figure, currency, value, change, changePercent },
      })) ?? null,
  };
}

/** An answer as the graph shows it. */
export function toMetricsResult(answer: FiguresAnswer, groupBy: readonly DimensionName[]): MetricsResult {
  const { rows, totals, comparedWindow, asOf, engine } = answer;
  return {
    rows: rows.map((row) => toMetricRow(row, groupBy)),
    totals: totals === undefined ? null : toMetricRow(totals, []),
    comparedWindow: comparedWindow ?? null,
    asOf,
    extensions: { engine },
    userErrors: [],
  };
}
