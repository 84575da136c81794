import type { MetricFigure, MetricsRow } from '../model/metrics-answer.model';
import { statisticOf } from './check-figures.rules';
import { compareDecimals } from './decimal.model';
import type { FigureChoice, FiguresRow, Having, Top } from './figures-query.model';

/** The figures of a row that are meant; several where there are several currencies. */
export function chosen(figures: readonly MetricFigure[], choice: FigureChoice): readonly MetricFigure[] {
  const statistic = statisticOf(choice);
  return figures.filter(
    (figure) =>
      figure.metric === choice.metric &&
      figure.statistic === statistic &&
      (choice.currency === undefined || figure.currency === choice.currency),
  );
}

/** Whether one of the figures that are meant is within the bounds. */
export function satisfiesHaving({ figures }: Pick<FiguresRow, 'figures'>, having: Having): boolean {
  const { atLeast, atMost } = having;
  return chosen(figures, having).some(
    ({ value }) =>
      (atLeast === undefined || compareDecimals(value, atLeast) >= 0) &&
      (atMost === undefined || compareDecimals(value, atMost) <= 0),
  );
}

/**
 * The values of the first dimension with the largest figures, the largest first and equal ones in the order of their
 * keys. Undefined when amounts of several currencies would have to be held against each other.
 */
export function largest(rows: readonly MetricsRow[], top: Top): readonly (string | null)[] | undefined {
  const ranked = rows.flatMap(({ keys, figures }) => {
    const found = chosen(figures, top);
    return found.map(({ value, currency }) => ({ key: keys[0] ?? null, value, currency }));
  });
  if (new Set(ranked.map(({ currency }) => currency)).size > 1) return undefined;
  // Rows come in the order of their keys, and sorting keeps it among equals.
  ranked.sort((left, right) => compareDecimals(right.value, left.value));
  return ranked.slice(0, top.count).map(({ key }) => key);
}
