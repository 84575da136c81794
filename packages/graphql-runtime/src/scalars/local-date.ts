import { GraphQLScalarType } from 'graphql';
import { isCalendarDay } from './date-time';
import { parsedAs } from './parsed-as';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** GraphQL scalar `Date`: a calendar day without a zone, the text `YYYY-MM-DD` inside and outside. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day, ISO 8601: `2026-03-02`. It has no zone; the field beside it says which one applies.',
  serialize: (value) => {
    const day = parseDay(value);
    if (day === undefined) throw new TypeError('Date is not a calendar day');
    return day;
  },
  ...parsedAs('a day such as 2026-03-02', parseDay),
});

function parseDay(value: unknown): string | undefined {
  const match = typeof value === 'string' ? DAY.exec(value) : null;
  if (match === null) return undefined;
  return isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3])) ? match[0] : undefined;
}
