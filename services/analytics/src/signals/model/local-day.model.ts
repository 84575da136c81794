import { DateTime } from 'luxon';

/** The local day of a moment: `2026-11-22`. */
export function localDayOf(moment: Date, timeZone: string): string {
  return DateTime.fromJSDate(moment, { zone: timeZone }).toFormat('yyyy-MM-dd');
}

/** The first moment of a local day, also where the clock leaps over midnight. */
export function startOf(day: string, timeZone: string): Date {
  return DateTime.fromISO(day, { zone: timeZone }).startOf('day').toJSDate();
}
