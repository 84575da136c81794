import type { Grain } from '../../metrics/model/dimension.model';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** From Monday, the first day of the year 1, to 1970: counted from there every number is positive and weeks are whole. */
const YEAR_ONE_MS = 719_162 * DAY_MS;

/** What engines write differently: whole division, and the year and month of milliseconds. */
export interface CalendarWords {
  readonly whole: (dividend: string, divisor: number) => string;
  readonly year: (local: string) => string;
  readonly month: (local: string) => string;
}

/** The number of the stretch in which a local instant, in milliseconds, lies: numbers are grouped faster than text. */
export function bucketsIn({ whole, year, month }: CalendarWords): Readonly<Record<Grain, (local: string) => string>> {
  const hours = (local: string): string => whole(`(${local} + ${YEAR_ONE_MS})`, HOUR_MS);
  const days = (local: string): string => whole(`(${local} + ${YEAR_ONE_MS})`, DAY_MS);
  const months = (local: string): string => `(${year(local)} * 12 + ${month(local)} - 1)`;
  return {
    HOUR: hours,
    DAY: days,
    WEEK: (local) => whole(days(local), 7),
    MONTH: months,
    QUARTER: (local) => whole(months(local), 3),
    YEAR: year,
    WEEKDAY: (local) => `(${days(local)} % 7 + 1)`,
    HOUR_OF_DAY: (local) => `(${hours(local)} % 24)`,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const four = (value: number): string => String(value).padStart(4, '0');
const textOf = (ms: number): string => new Date(ms - YEAR_ONE_MS).toISOString();

/** A week belongs to the year in which its Thursday lies. */
function weekOf(week: number): string {
  const thursday = new Date((week * 7 + 3) * DAY_MS - YEAR_ONE_MS);
  const first = new Date(thursday);
  first.setUTCMonth(0, 1);
  const place = Math.floor((thursday.getTime() - first.getTime()) / (7 * DAY_MS)) + 1;
  return `${four(thursday.getUTCFullYear())}-W${two(place)}`;
}

/** How a stretch is written, from its number. */
export const LABEL: Readonly<Record<Grain, (bucket: number) => string>> = {
  HOUR: (bucket) => textOf(bucket * HOUR_MS).slice(0, 13),
  DAY: (bucket) => textOf(bucket * DAY_MS).slice(0, 10),
  WEEK: weekOf,
  MONTH: (bucket) => `${four(Math.floor(bucket / 12))}-${two((bucket % 12) + 1)}`,
  QUARTER: (bucket) => `${Math.floor(bucket / 4)}-Q${(bucket % 4) + 1}`,
  YEAR: four,
  WEEKDAY: String,
  HOUR_OF_DAY: two,
};
