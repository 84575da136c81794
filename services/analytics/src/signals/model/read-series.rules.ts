import type { MetricName } from '../../metrics/model/metric-registry.model';
import type { MetricFigure, MetricsRow } from '../../metrics/model/metrics-answer.model';
import {
  dayNumber,
  FIGURE_DEFINITIONS,
  FIGURES,
  RECEIVED,
  SOLD,
  type DayOfSeries,
  type Figure,
  type Series,
  type WatchedDimension,
} from './series.model';

/** Reads the series of some values off rows that are grouped by the dimension and the day. */
export function readSeries(
  dimension: WatchedDimension,
  values: readonly string[],
  rows: readonly MetricsRow[],
): readonly Series[] {
  const days = new Map(values.map((value) => [value, FIGURES.map(() => new Map<number, DayOfSeries>())]));
  for (const { keys, figures } of rows) {
    const [value, day] = keys;
    const ofValue = days.get(value ?? '');
    if (ofValue === undefined || day === null || day === undefined) continue;
    FIGURES.forEach((figure, index) => ofValue[index]?.set(dayNumber(day), readDay(figure, figures)));
  }
  return values.flatMap((value) =>
    FIGURES.map((figure, index) => ({ figure, dimension, value, days: days.get(value)?.[index] ?? new Map() })),
  );
}

/** What a row says of a figure: how many, and of how many. */
export function readDay(figure: Figure, figures: readonly MetricFigure[]): DayOfSeries {
  const { metric, reading } = FIGURE_DEFINITIONS[figure];
  const found = figureOf(metric, figures);
  const [numerator, denominator] = [Number(found?.numerator ?? 0), Number(found?.denominator ?? 0)];
  const count = (name: MetricName): number => Number(figureOf(name, figures)?.value ?? 0);
  switch (reading) {
    case 'COUNT':
      return { observed: count(metric), exposure: count(SOLD) };
    case 'SHARE':
      return { observed: numerator, exposure: denominator };
    case 'REST_OF_SHARE':
      return { observed: denominator - numerator, exposure: denominator };
    case 'COUNT_OF_RECEIVED':
      return { observed: count(metric), exposure: count(RECEIVED) };
  }
}

function figureOf(name: MetricName, figures: readonly MetricFigure[]): MetricFigure | undefined {
  return figures.find(({ metric }) => metric === name);
}
