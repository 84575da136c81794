import { DateTime } from 'luxon';
import type { Grain } from '../model/dimension.model';
import { offsetPeriods } from '../model/local-time.model';

const FORMAT: Readonly<Record<Grain, string>> = {
  HOUR: "yyyy-MM-dd'T'HH",
  DAY: 'yyyy-MM-dd',
  WEEK: "kkkk-'W'WW",
  MONTH: 'yyyy-MM',
  QUARTER: "yyyy-'Q'q",
  YEAR: 'yyyy',
  WEEKDAY: 'c',
  HOUR_OF_DAY: 'HH',
};

/** Stretches that come again and again, with what makes them up and after how long a window has all of them. */
const CYCLIC: Partial<Record<Grain, { readonly of: Grain; readonly fullMs: number; readonly all: readonly string[] }>> =
  {
    WEEKDAY: { of: 'DAY', fullMs: 8 * 86_400_000, all: ['1', '2', '3', '4', '5', '6', '7'] },
    HOUR_OF_DAY: {
      of: 'HOUR',
      fullMs: 3 * 86_400_000,
      all: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
    },
  };

const UNIT = { HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' } as const;
type StretchGrain = keyof typeof UNIT;

export const isCyclic = (grain: Grain): boolean => grain in CYCLIC;

/** Local time as if it were UTC: calendars can be computed on it without a zone. */
const local = (ms: number): DateTime => DateTime.fromMillis(ms, { zone: 'utc' });

/** What a stretch of local time is called. */
export const nameOfStretch = (start: DateTime, grain: Grain): string => start.toFormat(FORMAT[grain]);

/** When a stretch begins, in local time. */
export function startOfStretch(name: string): DateTime {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(name);
  if (quarter === null) return DateTime.fromISO(name, { zone: 'utc' });
  return DateTime.utc(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 1);
}

/**
 * The stretches of local time that a window touches, in order: an hour that a change of clocks skips is not among them,
 * and one that it repeats is there once, as in the figures. Undefined when there are more than `limit`.
 */
export function stretchesOf(
  grain: Grain,
  window: { readonly from: Date; readonly to: Date },
  timeZone: string,
  limit: number,
): readonly string[] | undefined {
  const cyclic = CYCLIC[grain];
  if (cyclic !== undefined && window.to.getTime() - window.from.getTime() >= cyclic.fullMs) return cyclic.all;
  const stepped = (cyclic?.of ?? grain) as StretchGrain;
  const names = new Set<string>();
  let begin = window.from.getTime();
  for (const { until, offsetMinutes } of offsetPeriods(timeZone, window.from, window.to)) {
    const end = Math.min(until?.getTime() ?? window.to.getTime(), window.to.getTime());
    const offsetMs = offsetMinutes * 60_000;
    let stretch = local(begin + offsetMs).startOf(UNIT[stepped]);
    while (begin < end && stretch.toMillis() < end + offsetMs) {
      names.add(nameOfStretch(stretch, grain));
      if (names.size > limit) return undefined;
      stretch = stretch.plus({ [UNIT[stepped]]: 1 });
    }
    begin = Math.max(begin, end);
  }
  return cyclic === undefined ? [...names] : [...names].sort();
}

/**
 * The instants of a window that lie in a stretch of local time; undefined when none does. Only for stretches that do not
 * come again.
 */
export function instantsOf(
  name: string,
  grain: Grain,
  window: { readonly from: Date; readonly to: Date },
  timeZone: string,
): { readonly from: Date; readonly to: Date } | undefined {
  const start = startOfStretch(name);
  if (!start.isValid || isCyclic(grain)) return undefined;
  const [first, after] = [start.toMillis(), start.plus({ [UNIT[grain as StretchGrain]]: 1 }).toMillis()];
  const parts: { readonly from: number; readonly to: number }[] = [];
  let begin = window.from.getTime();
  for (const { until, offsetMinutes } of offsetPeriods(timeZone, window.from, window.to)) {
    const end = Math.min(until?.getTime() ?? window.to.getTime(), window.to.getTime());
    const offsetMs = offsetMinutes * 60_000;
    const part = { from: Math.max(begin, first - offsetMs), to: Math.min(end, after - offsetMs) };
    if (part.from < part.to) parts.push(part);
    begin = end;
  }
  const [head, tail] = [parts[0], parts.at(-1)];
  return head && tail && { from: new Date(head.from), to: new Date(tail.to) };
}
