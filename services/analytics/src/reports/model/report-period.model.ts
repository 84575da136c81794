import { DateTime } from 'luxon';

export const PERIOD_KINDS = ['DAY', 'MONTH', 'QUARTER', 'YEAR', 'PERIODIC'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
/** Kinds of periods that end by the calendar; a report of any other period is made when somebody asks for it. */
export type ScheduledKind = Exclude<PeriodKind, 'PERIODIC'>;

/** Calendar days `[from, to)` in the organisation’s time zone, as `2026-11-01`. */
export interface ReportPeriod {
  readonly from: string;
  readonly to: string;
}

const UNITS = { DAY: 'day', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' } as const;
const STEPS = { DAY: { days: 1 }, MONTH: { months: 1 }, QUARTER: { quarters: 1 }, YEAR: { years: 1 } } as const;

/** Where a regulation states no day, reports of a month, quarter or year are due on this day of the month after. */
export const DEFAULT_DUE_DAY = 10;

/** The first instant of a local day. */
export function startOfDay(day: string, timeZone: string): Date {
  return DateTime.fromISO(day, { zone: timeZone }).startOf('day').toJSDate();
}

/** The periods of a kind that end after `since` and not after `until`, in order. */
export function periodsEnded(kind: ScheduledKind, since: Date, until: Date, timeZone: string): readonly ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  let period = periodAround(kind, since, timeZone);
  while (startOfDay(period.to, timeZone).getTime() <= until.getTime()) {
    if (startOfDay(period.to, timeZone).getTime() > since.getTime()) periods.push(period);
    const to = DateTime.fromISO(period.to, { zone: 'UTC' }).plus(STEPS[kind]);
    period = { from: period.to, to: dayOf(to) };
  }
  return periods;
}

/** When the first period of a kind after a moment ends. */
export function nextEnd(kind: ScheduledKind, after: Date, timeZone: string): Date {
  return startOfDay(periodAround(kind, after, timeZone).to, timeZone);
}

/** The last day on which the report of a period is in time. */
export function dueOn(kind: ScheduledKind, { to }: ReportPeriod, dueDay: number | null): string {
  if (kind === 'DAY') return to;
  const month = DateTime.fromISO(to, { zone: 'UTC' });
  return dayOf(month.set({ day: Math.min(dueDay ?? DEFAULT_DUE_DAY, month.daysInMonth ?? 1) }));
}

/** The first day after another. */
export function dayAfter(day: string): string {
  return dayOf(DateTime.fromISO(day, { zone: 'UTC' }).plus({ days: 1 }));
}

/** So many months before a day. */
export function monthsBefore(day: string, months: number): string {
  return dayOf(DateTime.fromISO(day, { zone: 'UTC' }).minus({ months }));
}

/** Every day or month from a day on and before another, as figures are keyed by it. */
export function timesBetween(grain: 'DAY' | 'MONTH', { from, to }: ReportPeriod): readonly string[] {
  const times: string[] = [];
  const end = DateTime.fromISO(to, { zone: 'UTC' });
  let time = DateTime.fromISO(from, { zone: 'UTC' }).startOf(UNITS[grain]);
  for (; time < end; time = time.plus(STEPS[grain]))
    times.push(time.toFormat(grain === 'DAY' ? 'yyyy-MM-dd' : 'yyyy-MM'));
  return times;
}

function periodAround(kind: ScheduledKind, at: Date, timeZone: string): ReportPeriod {
  const start = DateTime.fromJSDate(at, { zone: timeZone }).startOf(UNITS[kind]);
  return { from: dayOf(start), to: dayOf(start.plus(STEPS[kind])) };
}

function dayOf(moment: DateTime): string {
  return moment.toFormat('yyyy-MM-dd');
}
