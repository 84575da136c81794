import { accept, refuse, type Outcome } from '@redress/kernel';
import { IANAZone } from 'luxon';
import { dimensionColumn, isGrain, type DimensionName } from './dimension.model';
import { metric, type MetricName } from './metric-registry.model';

/** What is asked for. A window is half-open: `[from, to)`. */
export interface MetricsQuery {
  readonly metrics: readonly MetricName[];
  readonly groupBy: readonly DimensionName[];
  readonly where: MetricsFilter;
  readonly window: { readonly from: Date; readonly to: Date };
  readonly timeZone: string;
  /** What is told of each span of time beside its median and 90th percentile. */
  readonly spread?: Spread;
  /** Whether it is told how many different complainants each group rests on; `ALONE`: that, and no figure beside it. */
  readonly persons?: boolean | 'ALONE';
  /**
   * Cuts each group by which value of each list a row has, none of them being a part too: a key more for each list, after
   * those of `groupBy`. Values of a grouping that are not in its list are put together.
   */
  readonly parts?: MetricsFilter;
  /** How many groups there may be, for those who choose among them and show few; as many as a screen has unless told. */
  readonly groupsAtMost?: number;
}

/** The dimensions that a filter says something of. */
export const filteredBy = (filter: MetricsFilter): readonly DimensionName[] =>
  (Object.keys(filter) as DimensionName[]).filter((name) => filter[name] !== undefined);

/** The part of a row that has none of the values of a list; the others are numbered from one as the list has them. */
export const NONE_OF_LIST = '0';

/** In how many parts a group is cut at most. */
export const partsOf = (filter: MetricsFilter): number =>
  filteredBy(filter).reduce((parts, name) => parts * ((filter[name]?.length ?? 0) + 1), 1);

/** More of how spans of time lie: engines that keep only totals cannot tell it. */
export interface Spread {
  /** Whole percents; a percentile is by nearest rank. */
  readonly percentiles: readonly number[];
  /** Milliseconds, ascending: how many spans are shorter than each. */
  readonly edges: readonly number[];
}

/** Keeps rows whose dimension has one of the values, `null` standing for none; an absent list does not filter. */
export type MetricsFilter = Readonly<Partial<Record<DimensionName, readonly (string | null)[]>>>;

export type MetricsRefusal =
  | 'ANALYTICS_NO_METRIC'
  | 'ANALYTICS_WINDOW_INVALID'
  | 'ANALYTICS_TIME_ZONE_UNKNOWN'
  | 'ANALYTICS_DIMENSION_NOT_OF_METRIC'
  | 'ANALYTICS_TOO_MANY_DIMENSIONS'
  | 'ANALYTICS_TOO_MANY_GROUPS'
  | 'ANALYTICS_FUTURE_POSITION';

/** Most groups that one answer may have. */
export const MAXIMUM_GROUPS = 5_000;
const MAXIMUM_DIMENSIONS = 4;
const MAXIMUM_WINDOW_YEARS = 30;
const YEAR_MS = 366 * 86_400_000;

const limited = (code: MetricsRefusal, path: readonly string[], limit: number) =>
  refuse({ code, path: ['query', ...path], facts: { limit }, details: { limit } });

function foreignDimension({ metrics, groupBy, where }: MetricsQuery) {
  const filtered = filteredBy(where);
  for (const [place, dimensions] of [
    ['groupBy', groupBy],
    ['where', filtered],
  ] as const) {
    for (const dimension of dimensions) {
      if (isGrain(dimension) && place === 'groupBy') continue;
      const other = metrics.find((name) => dimensionColumn(metric(name).fact, dimension) === undefined);
      if (other !== undefined) return { place, dimension, metric: other };
    }
  }
  return undefined;
}

const zones = new Set<string>();
/** More than there are, unless somebody plays with capital letters. */
const MOST_ZONES = 1_000;

/** Whether a time zone has this name. Looking it up takes a millisecond, which a board would wait for twelve times. */
function isTimeZone(name: string): boolean {
  if (zones.has(name)) return true;
  if (!IANAZone.isValidZone(name)) return false;
  if (zones.size < MOST_ZONES) zones.add(name);
  return true;
}

/** Refuses what cannot be answered, before any engine is asked. */
export function checkMetricsQuery(query: MetricsQuery): Outcome<MetricsQuery, MetricsRefusal> {
  const { metrics, groupBy, window, timeZone } = query;
  if (metrics.length === 0) return refuse({ code: 'ANALYTICS_NO_METRIC', path: ['query', 'metrics'] });
  if (!isTimeZone(timeZone)) {
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
  if (groupBy.length > MAXIMUM_DIMENSIONS)
    return limited('ANALYTICS_TOO_MANY_DIMENSIONS', ['groupBy'], MAXIMUM_DIMENSIONS);
  const foreign = foreignDimension(query);
  if (foreign !== undefined) {
    const { place, ...facts } = foreign;
    return refuse({ code: 'ANALYTICS_DIMENSION_NOT_OF_METRIC', path: ['query', place], facts });
  }
  return accept(query);
}

/** The refusal of an answer that would have more groups than anybody reads. */
export const tooManyGroups = () => limited('ANALYTICS_TOO_MANY_GROUPS', ['groupBy'], MAXIMUM_GROUPS);
