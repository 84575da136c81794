import type { MetricName } from './metric-registry.model';
import type { Unit } from './metric.model';

export type Statistic = 'COUNT' | 'SUM' | 'MEAN' | 'MEDIAN' | 'P90' | 'SHARE' | 'DISTINCT';

/**
 * One figure. `value` is a decimal string: a count, milliseconds, money in major units of `currency`, a percentage or a
 * score with four decimals. A share and a mean of scores say what they were made of.
 */
export interface MetricFigure {
  readonly metric: MetricName;
  readonly statistic: Statistic;
  readonly unit: Unit;
  readonly value: string;
  readonly currency?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  /** Of the mean of spans of time: their sum, from which the mean of several groups follows without rounding twice. */
  readonly total?: string;
  /** With the count of a span of time, where it was asked for: its percentiles, and how many are shorter than each edge. */
  readonly spread?: { readonly percentiles: readonly string[]; readonly below: readonly string[] };
}

/** The figures of one group; `keys` has the value of each asked dimension in order, `null` where there is none. */
export interface MetricsRow {
  readonly keys: readonly (string | null)[];
  readonly figures: readonly MetricFigure[];
  /** How many different complainants the group rests on, five at most, where that was asked; none for what belongs to no complaint. */
  readonly persons?: number;
}
