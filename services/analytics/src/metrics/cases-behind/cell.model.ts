import { isGrain, type DimensionName } from '../model/dimension.model';
import type { MetricName } from '../model/metric-registry.model';
import type { MetricsFilter, MetricsQuery } from '../model/metrics-query.model';
import { instantsOf, isCyclic } from '../questions/stretches.model';

/** One figure of an answer: its metric, the question's scope, and the values that its row has. */
export interface Cell extends Pick<MetricsQuery, 'where' | 'window' | 'timeZone'> {
  readonly metric: MetricName;
  readonly keys: readonly { readonly dimension: DimensionName; readonly value: string | null }[];
  /** Of a share: all that it is a share of, and not only those that are such. */
  readonly among: boolean;
}

/** A question whose only row is the cell; `values` are those of its groupings. */
export interface CellQuery {
  readonly query: MetricsQuery;
  readonly values: readonly (string | null)[];
}

/**
 * Turns the values of a row into filters, and its stretch of time into a narrower window, so that indices are used. Only
 * what comes again and again, such as days of the week, stays a grouping. Undefined when nothing can be in the cell.
 */
export function cellQuery({ metric, keys, where, window, timeZone }: Cell): CellQuery | undefined {
  const filters: Partial<Record<DimensionName, readonly (string | null)[]>> = { ...where };
  let within = window;
  const cyclic: { readonly dimension: DimensionName; readonly value: string | null }[] = [];
  for (const key of keys) {
    const { dimension, value } = key;
    if (!isGrain(dimension)) {
      const before = filters[dimension];
      if (before !== undefined && !before.includes(value)) return undefined;
      filters[dimension] = [value];
    } else if (isCyclic(dimension)) {
      cyclic.push(key);
    } else {
      const instants = value === null ? undefined : instantsOf(value, dimension, within, timeZone);
      if (instants === undefined) return undefined;
      within = instants;
    }
  }
  const groupBy = cyclic.map(({ dimension }) => dimension);
  const query = { metrics: [metric], groupBy, where: filters as MetricsFilter, window: within, timeZone };
  return { query, values: cyclic.map(({ value }) => value) };
}
