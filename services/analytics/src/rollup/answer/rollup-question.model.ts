import type { MetricSet } from '../../metrics/engines/engine.model';
import { isGrain, type DimensionName } from '../../metrics/model/dimension.model';
import { filteredBy, type MetricsQuery } from '../../metrics/model/metrics-query.model';
import { placeOf, type RollupLayout, type RollupPlace } from '../model/rollup-layout.model';
import { bucketRanges, type WindowParts } from './bucket-ranges.model';

/** A set of metrics, and where its totals stand. */
export interface RolledSet {
  readonly set: MetricSet;
  readonly place: RollupPlace;
  /** 0 for totals of all rows, or one more than the place of the dimension. */
  readonly dimension: number;
  /** The columns of each metric. */
  readonly metrics: readonly (readonly string[])[];
}

/** What has to be read for a question. */
export interface RollupQuestion extends WindowParts {
  readonly sets: readonly RolledSet[];
}

/** Anchors by which facts have an index: what lies between two moments of an hour is few rows of them. */
export const FOUND_BY_TIME: ReadonlySet<string> = new Set([
  'complaint_fact/received_at',
  'complaint_fact/closed_at',
  'clock_fact/completed_at',
  'satisfaction_fact/asked_at',
  'settlement_fact/completed_at',
  'settlement_part_fact/completed_at',
  'return_fact/authorised_at',
  'posting_fact/booked_at',
  'purchase_fact/registered_at',
  'staff_work_fact/done_at',
]);

/** The dimension that is no time by which the question groups or filters; undefined when there are several. */
function onlyDimension({ groupBy, where }: MetricsQuery): readonly [DimensionName?] | undefined {
  const [first, ...others] = new Set([...groupBy.filter((name) => !isGrain(name)), ...filteredBy(where)]);
  if (others.length > 0) return undefined;
  return first === undefined ? [] : [first];
}

function rolledSet(set: MetricSet, layout: RollupLayout, name: DimensionName | undefined): RolledSet | undefined {
  const found = set.metrics.map((definition) => placeOf(layout, definition));
  const place = found[0]?.place;
  if (place === undefined || found.some((each) => each?.place !== place)) return undefined;
  const dimension = name === undefined ? 0 : place.dimensions.findIndex((each) => each.name === name) + 1;
  if (name !== undefined && dimension === 0) return undefined;
  return { set, place, dimension, metrics: found.map((each) => each?.columns ?? []) };
}

/** Which totals tell what is asked; undefined when none do. */
export function rollupQuestion(
  layout: RollupLayout,
  query: MetricsQuery,
  sets: readonly MetricSet[],
): RollupQuestion | undefined {
  const told =
    (query.persons ?? false) === false && query.spread === undefined && filteredBy(query.parts ?? {}).length === 0;
  const dimension = onlyDimension(query);
  if (!told || dimension === undefined) return undefined;
  const [name] = dimension;
  const rolled = sets.map((set) => rolledSet(set, layout, name));
  const known = rolled.filter((set) => set !== undefined);
  if (known.length < rolled.length) return undefined;
  const parts = bucketRanges(query, name !== undefined);
  if (parts === undefined) return undefined;
  const endsAreFound =
    parts.ends.length === 0 || sets.every(({ fact, anchor }) => FOUND_BY_TIME.has(`${fact}/${anchor}`));
  return endsAreFound ? { ...parts, sets: known } : undefined;
}
