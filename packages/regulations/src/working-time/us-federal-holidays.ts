import { DateTime } from 'luxon';
import type { CalendarException } from './calendar.model';

const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;
const SUNDAY = 7;

/** What the data file says of its source. */
export const US_FEDERAL_SOURCE = '5 U.S.C. 6103(a) and (b); a holiday on a Sunday is observed on Monday by E.O. 11582';

/**
 * The legal public holidays of the United States that are observed in a range of years, computed from the law. The
 * holiday of Inauguration Day (6103(c)), which only the area of Washington has, is not among them.
 */
export function usFederalHolidays(firstYear: number, lastYear: number): readonly CalendarException[] {
  const years = Array.from({ length: lastYear - firstYear + 2 }, (_, index) => firstYear + index);
  return years
    .flatMap(holidaysOf)
    .map(({ name, day }) => ({ name, date: observed(day).toISODate() ?? '', working: false }))
    .filter(({ date }) => Number(date.slice(0, 4)) >= firstYear && Number(date.slice(0, 4)) <= lastYear);
}

function holidaysOf(year: number): readonly { readonly name: string; readonly day: DateTime }[] {
  const on = (month: number, day: number): DateTime => DateTime.utc(year, month, day);
  return [
    { name: 'New Year’s Day', day: on(1, 1) },
    { name: 'Birthday of Martin Luther King, Jr.', day: nth(3, MONDAY, on(1, 1)) },
    { name: 'Washington’s Birthday', day: nth(3, MONDAY, on(2, 1)) },
    { name: 'Memorial Day', day: nth(1, MONDAY, on(5, 25)) },
    // Public Law 117-17 of 17 June 2021.
    ...(year < 2021 ? [] : [{ name: 'Juneteenth National Independence Day', day: on(6, 19) }]),
    { name: 'Independence Day', day: on(7, 4) },
    { name: 'Labor Day', day: nth(1, MONDAY, on(9, 1)) },
    { name: 'Columbus Day', day: nth(2, MONDAY, on(10, 1)) },
    { name: 'Veterans Day', day: on(11, 11) },
    { name: 'Thanksgiving Day', day: nth(4, THURSDAY, on(11, 1)) },
    { name: 'Christmas Day', day: on(12, 25) },
  ];
}

/** The nth of a weekday from a day on. */
function nth(count: number, weekday: number, from: DateTime): DateTime {
  return from.plus({ days: ((weekday - from.weekday + 7) % 7) + (count - 1) * 7 });
}

function observed(day: DateTime): DateTime {
  if (day.weekday === SATURDAY) return day.minus({ days: 1 });
  return day.weekday === SUNDAY ? day.plus({ days: 1 }) : day;
}
