import { DateTime } from 'luxon';
import { isGrain, type Grain } from '../../metrics/model/dimension.model';
import { offsetPeriods, type OffsetPeriod } from '../../metrics/model/local-time.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import type { Level } from '../model/rollup-deltas.model';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Hours or days of UTC, one after the other; half-open as a window. */
export interface BucketRange {
  readonly level: Level;
  readonly from: number;
  readonly to: number;
}

/** So many hours are worth adding up, and so many worth reading from the facts. Days are few. */
const MOST_HOURS = { added: 9_000, fromFacts: 72 };
const MOST_RANGES = 250;

/** Stretches of local time that have whole days in them. */
const UNIT = { WEEK: 'week', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' } as const;
type LongGrain = keyof typeof UNIT;
const isLong = (grain: Grain): grain is LongGrain => grain in UNIT;

const isWhole = (ms: number, unit: number): boolean => ms % unit === 0;

/** An hour of UTC lies in one hour of local time. */
const isByHours = (periods: readonly OffsetPeriod[]): boolean =>
  periods.every(
    ({ offsetMinutes, until }) =>
      offsetMinutes % 60 === 0 && (until === undefined || isWhole(until.getTime(), HOUR_MS)),
  );

/** The instants of a window at which one stretch of local time ends and the next begins, and those at which clocks change. */
function* changesOf(grains: readonly LongGrain[], query: MetricsQuery, periods: readonly OffsetPeriod[]) {
  const { window, timeZone } = query;
  for (const { until } of periods) if (until !== undefined) yield until.getTime();
  for (const grain of grains) {
    const unit = UNIT[grain];
    let start = DateTime.fromJSDate(window.from, { zone: timeZone }).startOf(unit);
    for (let count = 0; start.toMillis() < window.to.getTime() && count <= MOST_RANGES; count += 1) {
      yield start.toMillis();
      start = start.plus({ [unit]: 1 });
    }
  }
}

/** Whole days of UTC between two instants, with the hours before and behind. */
function within(from: number, to: number): readonly BucketRange[] {
  const [first, last] = [Math.ceil(from / DAY_MS) * DAY_MS, Math.floor(to / DAY_MS) * DAY_MS];
  if (first >= last) return [{ level: 'HOUR', from, to }];
  const ranges: readonly BucketRange[] = [
    { level: 'HOUR', from, to: first },
    { level: 'DAY', from: first, to: last },
    { level: 'HOUR', from: last, to },
  ];
  return ranges.filter((range) => range.from < range.to);
}

/** One range behind another of the same level is one. */
function joined(ranges: readonly BucketRange[]): readonly BucketRange[] {
  const all: BucketRange[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last?.level === range.level && last.to === range.from) all[all.length - 1] = { ...last, to: range.to };
    else all.push(range);
  }
  return all;
}

function rangesOf(query: MetricsQuery): readonly BucketRange[] | undefined {
  const [from, to] = [query.window.from.getTime(), query.window.to.getTime()];
  const grains = query.groupBy.filter(isGrain);
  if (grains.length === 0) return within(from, to);
  const periods = offsetPeriods(query.timeZone, query.window.from, query.window.to);
  if (!isByHours(periods)) return undefined;
  const isUtc = periods.every(({ offsetMinutes }) => offsetMinutes === 0);
  const isShort = (grain: Grain): boolean => grain === 'HOUR' || grain === 'HOUR_OF_DAY' || (!isUtc && !isLong(grain));
  if (grains.some(isShort)) return [{ level: 'HOUR', from, to }];
  if (isUtc) return within(from, to);
  const changes = [...changesOf(grains.filter(isLong), query, periods)].filter((at) => at > from && at < to);
  const cuts = [...new Set([from, ...changes, to])].sort((left, right) => left - right);
  return joined(cuts.slice(1).flatMap((cut, index) => within(cuts[index] ?? from, cut)));
}

/** What a window is made of: hours and days of which there are totals, and what is left. */
export interface WindowParts {
  readonly ranges: readonly BucketRange[];
  /** What is read from the facts themselves: within an hour each, or within a day where totals are by a dimension. */
  readonly ends: readonly MetricsQuery['window'][];
}

/** Of each value of a dimension there are days alone: what hours would tell is left to the facts. */
function byDays(from: number, to: number, ranges: readonly BucketRange[]): WindowParts | undefined {
  const days = ranges.filter(({ level }) => level === 'DAY');
  const cuts = [from, ...days.flatMap((range) => [range.from, range.to]), to];
  const ends = cuts.flatMap((cut, index) => (index % 2 === 0 ? [{ from: cut, to: cuts[index + 1] ?? cut }] : []));
  const length = ends.reduce((sum, end) => sum + end.to - end.from, 0);
  return days.length === 0 || length > MOST_HOURS.fromFacts * HOUR_MS
    ? undefined
    : { ranges: days, ends: windows(ends) };
}

const windows = (spans: readonly { readonly from: number; readonly to: number }[]): WindowParts['ends'] =>
  spans.filter((span) => span.from < span.to).map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));

/**
 * The hours and days whose totals make up a window, so that each lies in one of the stretches by which is grouped.
 * Undefined where the zone is not on whole hours of UTC, or where there are none or too many to add up.
 */
export function bucketRanges(query: MetricsQuery, byDimension: boolean): WindowParts | undefined {
  const [from, to] = [query.window.from.getTime(), query.window.to.getTime()];
  const [first, last] = [Math.ceil(from / HOUR_MS) * HOUR_MS, Math.floor(to / HOUR_MS) * HOUR_MS];
  if (first >= last) return undefined;
  const ranges = rangesOf({ ...query, window: { from: new Date(first), to: new Date(last) } });
  if (ranges === undefined || ranges.length > MOST_RANGES) return undefined;
  if (byDimension) return byDays(from, to, ranges);
  const hours = ranges.filter(({ level }) => level === 'HOUR').map((range) => (range.to - range.from) / HOUR_MS);
  if (hours.reduce((sum, count) => sum + count, 0) > MOST_HOURS.added) return undefined;
  const ends = [
    { from, to: first },
    { from: last, to },
  ];
  return { ranges, ends: windows(ends) };
}
