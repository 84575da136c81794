import type { MetricName, Unit } from './metric-registry.model';

export type Statistic = 'COUNT' | 'SUM' | 'MEAN' | 'MEDIAN' | 'P90';

/** One figure. `value` is a decimal string: a count, milliseconds, or money in major units of `currency`. */
export interface MetricFigure {
  readonly metric: MetricName;
  readonly statistic: Statistic;
  readonly unit: Unit;
  readonly value: string;
  readonly currency?: string;
}

/** The figures of one group; `keys` has the value of each asked dimension in order, `null` where a complaint has none. */
export interface MetricsRow {
  readonly keys: readonly (string | null)[];
  readonly figures: readonly MetricFigure[];
}

/** How far the figures have come in the change feed, and whether a known event is not in them yet. */
export interface AnswerAsOf {
  readonly position: bigint;
  readonly complete: boolean;
}
