import { DateTime } from 'luxon';
import type { ReportAdoption } from '../../reports/model/report-adoption.model';

/** Calendar days from the first to the last. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const beginOf = (day: string, timeZone: string): DateTime => DateTime.fromISO(day, { zone: timeZone });
const endOf = (day: string, timeZone: string): DateTime => beginOf(day, timeZone).plus({ days: 1 });

/** The months that a period touches, `2026-11`. */
export function monthsOf({ from, until }: Period): readonly string[] {
  const months: string[] = [];
  const last = beginOf(until, 'utc');
  for (let month = beginOf(from, 'utc').startOf('month'); month <= last; month = month.plus({ months: 1 })) {
    months.push(month.toFormat('yyyy-MM'));
  }
  return months;
}

/** The period as instants, by the days of a zone. */
export function windowOf({ from, until }: Period, timeZone: string): { readonly from: Date; readonly to: Date } {
  return { from: beginOf(from, timeZone).toJSDate(), to: endOf(until, timeZone).toJSDate() };
}

/** The adoption in force at the last moment of a day: not the one that takes effect with the next day in its own zone. */
export function inForceAtEndOf(day: string, adoptions: readonly ReportAdoption[]): ReportAdoption | undefined {
  return adoptions
    .filter(({ effectiveFrom, settings }) => effectiveFrom.getTime() < endOf(day, settings.timeZone).toMillis())
    .at(-1);
}
