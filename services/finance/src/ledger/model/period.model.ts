/** A month of the books, `2026-11`, in the organisation's own calendar. */
export type Period = string;

export const PERIOD_STATES = ['OPEN', 'CLOSED', 'REOPENED'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

const PERIOD = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Whether the text names a month. */
export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

/** The month of a day such as `2026-11-30`. */
export function periodOfDay(day: string): Period {
  return day.slice(0, 7);
}

/** The month after. */
export function nextPeriod(period: Period): Period {
  const [, year = '0', month = '0'] = PERIOD.exec(period) ?? [];
  const following = new Date(Date.UTC(Number(year), Number(month), 1));
  return following.toISOString().slice(0, 7);
}

/** The first day of the month. */
export function firstDayOf(period: Period): string {
  return `${period}-01`;
}

/** The day in a time zone, `2026-11-30`. Throws `RangeError` for a zone that does not exist. */
export function dayIn(timeZone: string, moment: Date): string {
  return formatIn(timeZone).format(moment);
}

/**
 * Where an entry may stand, best first: the month that it is true for, unless that lies ahead, then the month in which
 * it is written. Which of them is still open decides; when none is, the first open month after.
 */
export function periodsSought(bookedOn: string, effectiveOn: string): Period[] {
  const [booking, effective] = [periodOfDay(bookedOn), periodOfDay(effectiveOn)];
  return effective < booking ? [effective, booking] : [booking];
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format;
}
