import { DateTime } from 'luxon';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether it is a month such as `2026-11`. */
export const isMonth = (month: string): boolean => MONTH.test(month);

/** First local day of the month, and of the next. */
export function daysOf(month: string): { readonly from: string; readonly to: string } {
  const first = DateTime.fromISO(`${month}-01`, { zone: 'UTC' });
  return { from: first.toFormat('yyyy-MM-dd'), to: first.plus({ months: 1 }).toFormat('yyyy-MM-dd') };
}

/** The month before that of a local day. */
export function monthBefore(day: string): string {
  return DateTime.fromISO(day, { zone: 'UTC' }).minus({ months: 1 }).toFormat('yyyy-MM');
}
