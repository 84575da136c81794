import type { EngineRow, MetricSet, MetricsEngine } from './engines/engine.model';
import { isGrain } from './model/dimension.model';
import type { Measure, Metric } from './model/metric.model';
import type { MetricName } from './model/metric-registry.model';
import { filteredBy, NONE_OF_LIST, type MetricsFilter, type MetricsQuery } from './model/metrics-query.model';
import { FEWEST_PERSONS } from './model/persons.model';

type Rows = readonly EngineRow[];
/** Asks an engine for sets of figures, at one moment. */
export type Ask = (query: MetricsQuery, sets: readonly MetricSet[]) => ReturnType<MetricsEngine['rows']>;

/** Sets of figures, and the sets that count the complainants behind them. */
export interface CountedSets {
  readonly measured: readonly MetricSet[];
  readonly persons: readonly MetricSet[];
}

/** Groups of each set; of complainants no more than {@link FEWEST_PERSONS} are told. */
export interface CountedRows {
  readonly measured: readonly Rows[];
  readonly counted: readonly Rows[];
}

/** Kinds of numbers that are of all rows of a group, so that others may be found beside them. */
const OF_WHOLE_GROUPS: readonly Measure['kind'][] = ['count', 'distinct', 'share', 'average'];

/**
 * Asks for groups with the complainants behind them. To tell all of them apart costs more than everything else, and only
 * fewer than {@link FEWEST_PERSONS} matter: so a number that there are at least is found with the figures, in one pass over
 * the rows, and only the groups for which that is not enough are asked for again. Undefined when the engine cannot tell.
 */
export async function rowsWithPersons(
  ask: Ask,
  query: MetricsQuery,
  { measured, persons }: CountedSets,
): Promise<CountedRows | undefined> {
  const { sets, places } = together({ measured, persons });
  const answers = await ask(query, sets);
  if (answers === undefined) return undefined;
  const rough = places.map((place) => (answers[place] ?? []).map(personsOf));
  const exact = await exactPersons(ask, query, persons, rough);
  if (exact === undefined) return undefined;
  const counted = rough.map((rows, index) =>
    rows.map((row) => withCount(row, exact[index]?.get(nameOf(row)) ?? countOf(row))),
  );
  return { measured: answers.slice(0, measured.length), counted };
}

const nameOf = ({ keys }: EngineRow): string => JSON.stringify(keys);
const countOf = ({ cells }: EngineRow): bigint => cells[0]?.[0] ?? 0n;
const isFew = (row: EngineRow): boolean => countOf(row) < BigInt(FEWEST_PERSONS);
const personsOf = ({ keys, cells }: EngineRow): EngineRow => ({ keys, currency: null, cells: cells.slice(-1) });

function withCount({ keys, currency }: EngineRow, count: bigint): EngineRow {
  const most = BigInt(FEWEST_PERSONS);
  return { keys, currency, cells: [[count < most ? count : most]] };
}

function roughly(definition: Metric<MetricName>): Metric<MetricName> {
  const { measure } = definition;
  return measure.kind === 'distinct' ? { ...definition, measure: { ...measure, roughly: true } } : definition;
}

/** Complainants are counted as the last of a set of figures of the same rows where there is one, else by themselves. */
function together({ measured, persons }: CountedSets): {
  readonly sets: readonly MetricSet[];
  readonly places: readonly number[];
} {
  const sets = [...measured];
  const places = persons.map((set) => {
    const found = measured.findIndex(
      ({ fact, anchor, metrics }) =>
        fact === set.fact &&
        anchor === set.anchor &&
        metrics.every(({ measure }) => OF_WHOLE_GROUPS.includes(measure.kind)),
    );
    const place = found === -1 ? sets.length : found;
    sets[place] = { ...set, metrics: [...(sets[place]?.metrics ?? []), ...set.metrics.map(roughly)] };
    return place;
  });
  return { sets, places };
}

/** The numbers of complainants of the groups for which it is not certain that they are enough. */
async function exactPersons(
  ask: Ask,
  query: MetricsQuery,
  persons: readonly MetricSet[],
  rough: readonly Rows[],
): Promise<readonly ReadonlyMap<string, bigint>[] | undefined> {
  const few = rough.flatMap((rows) => rows.filter(isFew));
  if (few.length === 0) return [];
  const answers = await ask({ ...query, where: { ...query.where, ...only(query, few) } }, persons);
  return answers?.map((rows) => new Map(rows.map((row) => [nameOf(row), countOf(row)])));
}

/** A filter to what these groups have, and perhaps some others; it leaves none of them out. */
function only({ groupBy, parts = {} }: MetricsQuery, groups: Rows): MetricsFilter {
  const keysAt = (place: number): readonly (string | null)[] => [
    ...new Set(groups.map(({ keys }) => keys[place] ?? null)),
  ];
  const grouped = groupBy.flatMap((dimension, index) => {
    // Values that are not in a list of parts were put together, and are not known any more.
    return isGrain(dimension) || parts[dimension] !== undefined ? [] : [[dimension, keysAt(index)] as const];
  });
  const listed = filteredBy(parts).flatMap((dimension, index) => {
    const places = keysAt(groupBy.length + index);
    const list = parts[dimension] ?? [];
    return places.includes(NONE_OF_LIST)
      ? []
      : [[dimension, places.map((place) => list[Number(place) - 1] ?? null)] as const];
  });
  return Object.fromEntries([...grouped, ...listed]);
}
