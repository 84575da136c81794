import { DateTime } from 'luxon';

/**
 * How many days have to be counted from a start until the end of the day, some months later, that has the same number; of
 * a shorter month, its last day.
 */
export function daysUntilSameDay(startMs: number, atDayEnd: boolean, months: number, timeZone: string): number {
  // Where time goes on at the end of a day, it is that day whose number counts.
  const from = DateTime.fromMillis(atDayEnd ? startMs - 1 : startMs, { zone: timeZone }).toISODate() ?? '';
  const first = DateTime.fromISO(from, { zone: 'utc' });
  return Math.round(first.plus({ months }).diff(first, 'days').days);
}
