import { accept, refuse, type Outcome } from '@redress/kernel';
import { IANAZone } from 'luxon';
import { metric, SETTLEMENT_DIMENSIONS, type DimensionName, type MetricName } from './metric-registry.model';

/** What an analyst asks for. A window is half-open: `[from, to)`. */
export interface MetricsQuery {
  readonly metrics: readonly MetricName[];
  readonly groupBy: readonly DimensionName[];
  readonly where: MetricsFilter;
  readonly window: { readonly from: Date; readonly to: Date };
  readonly timeZone: string;
}

/** Keeps complaints whose dimension has one of the values; an absent list does not filter. */
export interface MetricsFilter {
  readonly channel?: readonly string[];
  readonly category?: readonly string[];
  readonly product?: readonly string[];
  readonly region?: readonly string[];
}

export type MetricsRefusal =
  | 'ANALYTICS_NO_METRIC'
  | 'ANALYTICS_WINDOW_INVALID'
  | 'ANALYTICS_TIME_ZONE_UNKNOWN'
  | 'ANALYTICS_DIMENSION_NOT_OF_METRIC'
  | 'ANALYTICS_TOO_MANY_DIMENSIONS'
  | 'ANALYTICS_TOO_MANY_GROUPS';

/** Most groups that one answer may have. */
export const MAXIMUM_GROUPS = 5_000;
const MAXIMUM_DIMENSIONS = 4;
const MAXIMUM_WINDOW_YEARS = 30;
const YEAR_MS = 366 * 86_400_000;

/** Refuses what cannot be answered, before the database is asked. */
export function checkMetricsQuery(query: MetricsQuery): Outcome<MetricsQuery, MetricsRefusal> {
  const { metrics, groupBy, window, timeZone } = query;
  if (metrics.length === 0) return refuse({ code: 'ANALYTICS_NO_METRIC', path: ['query', 'metrics'] });
  if (!IANAZone.isValidZone(timeZone)) {
    return refuse({ code: 'ANALYTICS_TIME_ZONE_UNKNOWN', path: ['query', 'timeZone'], facts: { timeZone } });
  }
  const span = window.to.getTime() - window.from.getTime();
  if (!(span > 0) || span > MAXIMUM_WINDOW_YEARS * YEAR_MS) {
    return refuse({
      code: 'ANALYTICS_WINDOW_INVALID',
      path: ['query', 'window'],
      facts: { years: MAXIMUM_WINDOW_YEARS },
      details: { limit: MAXIMUM_WINDOW_YEARS },
    });
  }
  if (groupBy.length > MAXIMUM_DIMENSIONS) {
    return refuse({
      code: 'ANALYTICS_TOO_MANY_DIMENSIONS',
      path: ['query', 'groupBy'],
      facts: { limit: MAXIMUM_DIMENSIONS },
      details: { limit: MAXIMUM_DIMENSIONS },
    });
  }
  const foreign = groupBy.find((dimension) => SETTLEMENT_DIMENSIONS.includes(dimension));
  const other = metrics.find((name) => metric(name).anchor !== 'settlement');
  if (foreign !== undefined && other !== undefined) {
    return refuse({
      code: 'ANALYTICS_DIMENSION_NOT_OF_METRIC',
      path: ['query', 'groupBy'],
      facts: { dimension: foreign, metric: other },
    });
  }
  return accept(query);
}
