import type { MetricName } from '../model/metric-registry.model';
import type { MetricsQuery, MetricsRefusal } from '../model/metrics-query.model';
import type { MetricFigure, Statistic } from '../model/metrics-answer.model';
import type { Comparison } from './earlier-window.model';

/** Which figure of a row is looked at: the first that the metric has, its count apart, unless a statistic is named. */
export interface FigureChoice {
  readonly metric: MetricName;
  readonly statistic?: Statistic;
  readonly currency?: string;
}

/** Keeps rows whose figure is within the bounds; a row without the figure is not kept. */
export interface Having extends FigureChoice {
  readonly atLeast?: string;
  readonly atMost?: string;
}

/** Keeps the largest values of the first dimension. */
export interface Top extends FigureChoice {
  readonly count: number;
  /** Whether all others are shown together in one more row. */
  readonly rest: boolean;
}

/** A question as a screen asks it. */
export interface FiguresQuery extends MetricsQuery {
  readonly having: readonly Having[];
  readonly top?: Top | undefined;
  /** Whether all groups together are told as well. */
  readonly totals: boolean;
  readonly compareTo?: Comparison | undefined;
  /** Whether stretches of time without anything are shown with zeros. */
  readonly fillGaps: boolean;
}

/** A question for plain figures, as part of another. */
export const plainQuery = ({ metrics, groupBy, where, window, timeZone, spread }: MetricsQuery): MetricsQuery => ({
  ...{ metrics, groupBy, where, window, timeZone },
  ...(spread === undefined ? {} : { spread }),
});

/** Figures of groups and nothing beside them. */
export const simply = (query: MetricsQuery): FiguresQuery => ({
  ...query,
  ...{ having: [], totals: false, fillGaps: false },
});

/** A figure held against the same of an earlier window. */
export interface ComparedFigure extends Pick<MetricFigure, 'metric' | 'statistic' | 'unit' | 'currency'> {
  readonly value: string | undefined;
  readonly change: string | undefined;
  readonly changePercent: string | undefined;
}

/** A row as it is shown; `rest` has all values of the first dimension that are not shown by themselves. */
export interface FiguresRow {
  readonly keys: readonly (string | null)[];
  readonly rest: boolean;
  readonly figures: readonly MetricFigure[];
  readonly persons?: number;
  readonly compared?: readonly ComparedFigure[];
}

export type FiguresRefusal =
  | MetricsRefusal
  | 'ANALYTICS_METRIC_NOT_ASKED'
  | 'ANALYTICS_STATISTIC_NOT_OF_METRIC'
  | 'ANALYTICS_BOUNDS_MISSING'
  | 'ANALYTICS_TOP_COUNT_INVALID'
  | 'ANALYTICS_TOP_NEEDS_GROUPS'
  | 'ANALYTICS_CURRENCY_NEEDED'
  | 'ANALYTICS_GAPS_NEED_TIME'
  | 'ANALYTICS_METRIC_VERSION_GONE'
  | 'ANALYTICS_ABOUT_STAFF'
  | 'ANALYTICS_TOO_FEW'
  | 'ANALYTICS_WINDOW_NOT_WHOLE_DAYS'
  | 'ANALYTICS_FILTER_TOO_FINE'
  | 'ANALYTICS_NOT_ADDITIVE'
  | 'ANALYTICS_NOT_A_DURATION'
  | 'ANALYTICS_BINS_INVALID'
  | 'ANALYTICS_WEEKS_INVALID'
  | 'ANALYTICS_SAME_DIMENSION'
  | 'ANALYTICS_NO_CASES_BEHIND';

/** Most values of a dimension that a top shows. */
export const MAXIMUM_TOP = 100;
