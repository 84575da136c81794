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

/** So many hours are worth adding up: of all complaints, or of each value of a dimension. Days are few. */
const MOST_HOURS = { alone: 9_000, byDimension: 2_400 };
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

/** What a window is made of: whole hours and days, and what is left at its ends. */
export interface WindowParts {
  readonly ranges: readonly BucketRange[];
  /** Within an hour each; none where the window is on whole hours. */
  readonly ends: readonly MetricsQuery['window'][];
}

/**
 * The hours and days whose totals make up a window, so that each lies in one of the stretches by which is grouped.
 * Undefined where the zone is not on whole hours of UTC, or where there are none or too many to add up.
 */
export function bucketRanges(query: MetricsQuery, byDimension: boolean): WindowParts | undefined {
  const { from, to } = query.window;
  const first = new Date(Math.ceil(from.getTime() / HOUR_MS) * HOUR_MS);
  const last = new Date(Math.floor(to.getTime() / HOUR_MS) * HOUR_MS);
  if (first >= last) return undefined;
  const ranges = rangesOf({ ...query, window: { from: first, to: last } });
  if (ranges === undefined || ranges.length > MOST_RANGES) return undefined;
  const hours = ranges.filter(({ level }) => level === 'HOUR').map((range) => (range.to - range.from) / HOUR_MS);
  const all = hours.reduce((sum, count) => sum + count, 0);
  if (all > (byDimension ? MOST_HOURS.byDimension : MOST_HOURS.alone)) return undefined;
  const ends = [
    { from, to: first },
    { from: last, to },
  ];
  return { ranges, ends: ends.filter((end) => end.from < end.to) };
}
