import { GraphQLScalarType } from 'graphql';
import { parsedAs } from './parsed-as';

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-](\d\d):(\d\d))$/;
/** The calendar has no year 0. */
const FIRST_YEAR = 1;

/** GraphQL scalar `DateTime`: a `Date` inside, RFC 3339 in UTC with milliseconds outside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'A moment, RFC 3339 in UTC with milliseconds: `2026-03-02T08:00:00.000Z`. Any offset is accepted as input.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    throw new TypeError('DateTime is not a valid Date');
  },
  ...parsedAs('a time such as 2026-03-02T08:00:00Z', parseDateTime),
});

function parseDateTime(value: unknown): Date | undefined {
  const match = typeof value === 'string' ? RFC_3339.exec(value) : null;
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second, offsetHour = 0, offsetMinute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (!isCalendarDay(year, month, day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return undefined;
  if (offsetHour > 23 || offsetMinute > 59) return undefined;
  const date = new Date(match[0]);
  return isStorable(date) ? date : undefined;
}

/** An offset can carry a moment of the first or last year beyond what databases and RFC 3339 can write. */
function isStorable(date: Date): boolean {
  return date.getUTCFullYear() >= FIRST_YEAR && date.getUTCFullYear() <= 9999;
}

/** Whether the Gregorian calendar has that day. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return (
    year >= FIRST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
}
