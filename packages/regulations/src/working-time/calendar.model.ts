/** Why a day counts as a working day or does not. */
export type DayReason =
  'WORKING_DAY' | 'MAKE_UP_WORKING_DAY' | 'OWN_WORKING_DAY' | 'WEEKEND' | 'PUBLIC_HOLIDAY' | 'OWN_DAY_OFF';

/** A day of a calendar, with the holiday's own name where there is one. */
export interface CalendarDay {
  readonly working: boolean;
  readonly reason: DayReason;
  readonly name?: string;
}

/** Which days are working days. Dates are `YYYY-MM-DD` in the organisation's own time zone. */
export interface Calendar {
  readonly id: string;
  /** Changes whenever the days change; stored beside every due date that was computed with it. */
  readonly version: string;
  /** `weekday` is 1 (Monday) to 7 (Sunday). */
  day(date: string, weekday: number): CalendarDay;
  /** Whether the days off of the year have been announced; a calendar without holidays knows every year. */
  knowsYear(year: number): boolean;
}

/** A day off or a make-up working day. */
export interface CalendarException {
  readonly date: string;
  readonly name: string;
  readonly working: boolean;
}

/** A Monday-to-Friday week with exceptions. */
export function weekCalendar(
  id: string,
  version: string,
  exceptions: readonly CalendarException[],
  announcedYears: ReadonlySet<number> | 'all',
): Calendar {
  const byDate = new Map(exceptions.map((exception) => [exception.date, exception]));
  return {
    id,
    version,
    knowsYear: (year) => announcedYears === 'all' || announcedYears.has(year),
    day: (date, weekday) => {
      const weekend = weekday > 5;
      const exception = byDate.get(date);
      if (exception === undefined) return { working: !weekend, reason: weekend ? 'WEEKEND' : 'WORKING_DAY' };
      if (exception.working) {
        return { working: true, reason: weekend ? 'MAKE_UP_WORKING_DAY' : 'WORKING_DAY', name: exception.name };
      }
      return { working: false, reason: 'PUBLIC_HOLIDAY', name: exception.name };
    },
  };
}

/** A calendar on which every day is a working day, for organisations that never close. */
export const everyDay: Calendar = {
  id: 'every-day',
  version: '1',
  day: () => ({ working: true, reason: 'WORKING_DAY' }),
  knowsYear: () => true,
};

/** A calendar with an organisation's own days off and working days before those of the public one. */
export function withOwnDays(calendar: Calendar, version: string, ownDays: readonly CalendarException[]): Calendar {
  const byDate = new Map(ownDays.map((ownDay) => [ownDay.date, ownDay]));
  return {
    id: calendar.id,
    version,
    knowsYear: (year) => calendar.knowsYear(year),
    day: (date, weekday) => {
      const ownDay = byDate.get(date);
      if (ownDay === undefined) return calendar.day(date, weekday);
      const { working, name } = ownDay;
      return { working, reason: working ? 'OWN_WORKING_DAY' : 'OWN_DAY_OFF', name };
    },
  };
}
