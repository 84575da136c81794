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

/** How long the last part of a window is that is looked at first. */
const PARTS_OF_WINDOW = 16;

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
  const counted: Rows[] = [];
  for (const [index, set] of persons.entries()) {
    const place = places[index];
    const rows =
      place === undefined
        ? await countedAlone(ask, query, set, groupsOf(set, measured, answers))
        : await withExact(ask, query, set, (answers[place] ?? []).map(personsOf));
    if (rows === undefined) return undefined;
    counted.push(rows);
  }
  return { measured: answers.slice(0, measured.length), counted };
}

/**
 * The complainants of groups whose figures cannot count them. Whoever complained in the last part of the window did so in
 * the window, so that this is enough for most groups, and only the others need all of it.
 */
async function countedAlone(ask: Ask, query: MetricsQuery, set: MetricSet, groups: Rows): Promise<Rows | undefined> {
  const inWindow = async (asked: MetricsQuery) => (await ask(asked, [roughSet(set)]))?.[0]?.map(personsOf);
  if (query.groupBy.some(isGrain)) {
    const rough = await inWindow(query);
    return rough === undefined ? undefined : withExact(ask, query, set, rough);
  }
  const enough = (await inWindow({ ...query, window: lastPart(query.window) }))?.filter((row) => !isFew(row));
  if (enough === undefined) return undefined;
  const names = new Set(enough.map(nameOf));
  const open = groups.filter((row) => !names.has(nameOf(row)));
  if (open.length === 0) return enough.map(capped);
  const rough = await inWindow({ ...query, where: { ...query.where, ...only(query, open) } });
  const counted = rough === undefined ? undefined : await withExact(ask, query, set, rough);
  return counted === undefined
    ? undefined
    : [...enough.map(capped), ...counted.filter((row) => !names.has(nameOf(row)))];
}

function lastPart({ from, to }: MetricsQuery['window']): MetricsQuery['window'] {
  return { from: new Date(to.getTime() - Math.ceil((to.getTime() - from.getTime()) / PARTS_OF_WINDOW)), to };
}

/** The groups of the figures that are taken from the same rows. */
const groupsOf = (set: MetricSet, measured: readonly MetricSet[], answers: readonly Rows[]): Rows =>
  measured.flatMap((each, index) => (isOfSameRows(each, set) ? (answers[index] ?? []) : []));

const nameOf = ({ keys }: EngineRow): string => JSON.stringify(keys);
const countOf = ({ cells }: EngineRow): bigint => cells[0]?.[0] ?? 0n;
const isFew = (row: EngineRow): boolean => countOf(row) < BigInt(FEWEST_PERSONS);
const personsOf = ({ keys, cells }: EngineRow): EngineRow => ({ keys, currency: null, cells: cells.slice(-1) });

function capped(row: EngineRow): EngineRow {
  const [count, most] = [countOf(row), BigInt(FEWEST_PERSONS)];
  return { ...row, cells: [[count < most ? count : most]] };
}

function roughly(definition: Metric<MetricName>): Metric<MetricName> {
  const { measure } = definition;
  return measure.kind === 'distinct' ? { ...definition, measure: { ...measure, roughly: true } } : definition;
}

const roughSet = (set: MetricSet): MetricSet => ({ ...set, metrics: set.metrics.map(roughly) });

const isOfSameRows = (left: MetricSet, right: MetricSet): boolean =>
  left.fact === right.fact && left.anchor === right.anchor;

/**
 * Complainants are counted as the last of a set of figures of the same rows where there is one; where there are no figures,
 * by themselves at once. Each has the place of the set that counts it, if any does.
 */
function together({ measured, persons }: CountedSets): {
  readonly sets: readonly MetricSet[];
  readonly places: readonly (number | undefined)[];
} {
  if (measured.length === 0) return { sets: persons.map(roughSet), places: persons.map((_, index) => index) };
  const sets = [...measured];
  const places = persons.map((set) => {
    const place = measured.findIndex(
      (each) => isOfSameRows(each, set) && each.metrics.every(({ measure }) => OF_WHOLE_GROUPS.includes(measure.kind)),
    );
    const found = sets[place];
    if (found === undefined) return undefined;
    sets[place] = { ...found, metrics: [...found.metrics, ...roughSet(set).metrics] };
    return place;
  });
  return { sets, places };
}

/** Groups with no more complainants than matter, exactly where it is not certain that they are enough. */
async function withExact(ask: Ask, query: MetricsQuery, set: MetricSet, rough: Rows): Promise<Rows | undefined> {
  const few = rough.filter(isFew);
  if (few.length === 0) return rough.map(capped);
  const answers = await ask({ ...query, where: { ...query.where, ...only(query, few) } }, [set]);
  if (answers === undefined) return undefined;
  const exact = new Map((answers[0] ?? []).map((row) => [nameOf(row), personsOf(row)]));
  return rough.map((row) => capped(isFew(row) ? (exact.get(nameOf(row)) ?? row) : row));
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
