import type { MetricSet } from '../../metrics/engines/engine.model';
import { isGrain, type DimensionName } from '../../metrics/model/dimension.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import { placeOf, type RollupLayout, type RollupPlace } from '../model/rollup-layout.model';
import { bucketRanges, type BucketRange } from './bucket-ranges.decide';

/** A set of metrics, and where its totals stand. */
export interface RolledSet {
  readonly place: RollupPlace;
  /** 0 for totals of all rows, or one more than the place of the dimension. */
  readonly dimension: number;
  /** The columns of each metric. */
  readonly metrics: readonly (readonly string[])[];
}

/** What has to be read for a question. */
export interface RollupQuestion {
  readonly sets: readonly RolledSet[];
  readonly ranges: readonly BucketRange[];
}

/** Dimensions by which is filtered. */
export const filtersOf = (where: MetricsQuery['where']): readonly DimensionName[] =>
  (Object.keys(where) as DimensionName[]).filter((name) => where[name] !== undefined);

/** The dimension that is no time by which the question groups or filters; undefined when there are several. */
function onlyDimension({ groupBy, where }: MetricsQuery): readonly [DimensionName?] | undefined {
  const [first, ...others] = new Set([...groupBy.filter((name) => !isGrain(name)), ...filtersOf(where)]);
  if (others.length > 0) return undefined;
  return first === undefined ? [] : [first];
}

function rolledSet(
  { metrics }: MetricSet,
  layout: RollupLayout,
  name: DimensionName | undefined,
): RolledSet | undefined {
  const found = metrics.map((definition) => placeOf(layout, definition));
  const place = found[0]?.place;
  if (place === undefined || found.some((each) => each?.place !== place)) return undefined;
  const dimension = name === undefined ? 0 : place.dimensions.findIndex((each) => each.name === name) + 1;
  if (name !== undefined && dimension === 0) return undefined;
  return { place, dimension, metrics: found.map((each) => each?.columns ?? []) };
}

/** Which totals tell what is asked; undefined when none do. */
export function rollupQuestion(
  layout: RollupLayout,
  query: MetricsQuery,
  sets: readonly MetricSet[],
): RollupQuestion | undefined {
  const told = (query.persons ?? false) === false && query.spread === undefined && !('parts' in query);
  const dimension = onlyDimension(query);
  if (!told || dimension === undefined) return undefined;
  const [name] = dimension;
  const rolled = sets.map((set) => rolledSet(set, layout, name));
  const known = rolled.filter((set) => set !== undefined);
  if (known.length < rolled.length) return undefined;
  const ranges = bucketRanges(query, name !== undefined);
  return ranges === undefined ? undefined : { sets: known, ranges };
}
