import { DateTime } from 'luxon';

/** A stretch in which a zone keeps one offset; it ends where the next begins. */
export interface OffsetPeriod {
  readonly until: Date | undefined;
  readonly offsetMinutes: number;
}

const DAY_MS = 86_400_000;

/**
 * The offsets that a time zone has within `[from, to)`, in order, exact to the minute. Lets SQL place an instant on
 * its local day without the database's own time-zone tables.
 */
export function offsetPeriods(timeZone: string, from: Date, to: Date): readonly OffsetPeriod[] {
  const offsetAt = (ms: number): number => DateTime.fromMillis(ms, { zone: timeZone }).offset;
  const periods: OffsetPeriod[] = [];
  let current = offsetAt(from.getTime());
  for (let day = from.getTime(); day < to.getTime(); day += DAY_MS) {
    const end = Math.min(day + DAY_MS, to.getTime());
    const next = offsetAt(end);
    if (next === current) continue;
    periods.push({ until: new Date(changeBetween(day, end, offsetAt)), offsetMinutes: current });
    current = next;
  }
  return [...periods, { until: undefined, offsetMinutes: current }];
}

/** The first minute at which the offset is no longer that of `low`. */
function changeBetween(low: number, high: number, offsetAt: (ms: number) => number): number {
  const before = offsetAt(low);
  let left = low;
  let right = high;
  while (right - left > 60_000) {
    const middle = Math.floor((left + right) / 2 / 60_000) * 60_000;
    if (middle <= left) break;
    if (offsetAt(middle) === before) left = middle;
    else right = middle;
  }
  return Math.floor(right / 60_000) * 60_000;
}
