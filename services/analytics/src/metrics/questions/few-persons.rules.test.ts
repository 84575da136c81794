import type { DimensionName } from '../model/dimension.model';
import { mayTellOfOne } from './few-persons.rules';

const DAY_MS = 86_400_000;
const asked = (days: number, ...groupBy: readonly DimensionName[]) =>
  mayTellOfOne({ groupBy, where: {}, window: { from: new Date(0), to: new Date(days * DAY_MS) } });

describe('a question for figures', () => {
  it.each([
    ['a day', 1, []],
    ['days', 60, ['DAY']],
    ['a category of a week', 7, ['CATEGORY']],
    ['two attributes of weeks', 60, ['CATEGORY', 'CHANNEL', 'WEEK']],
    ['days of the week of one week', 7, ['WEEKDAY']],
    ['hours of the day of a month', 30, ['HOUR_OF_DAY']],
    ['a category on the days of the week of a quarter', 90, ['CATEGORY', 'WEEKDAY']],
    ['hours of the day on days of the week of half a year', 182, ['WEEKDAY', 'HOUR_OF_DAY']],
  ] as const)('is of the organisation as a whole: %s', (_, days, groupBy) => {
    expect(asked(days, ...groupBy)).toBe(false);
  });

  it.each([
    ['what is of people', 365, ['REGION']],
    ['three attributes', 365, ['CATEGORY', 'CHANNEL', 'LEVEL']],
    ['a category of less than a week', 6, ['CATEGORY']],
    ['a category day by day', 365, ['CATEGORY', 'DAY']],
    ['hours', 365, ['HOUR']],
    // The same as hours and days, by other names.
    ['hours of one day', 1, ['HOUR_OF_DAY']],
    ['hours of days', 365, ['DAY', 'HOUR_OF_DAY']],
    ['hours of the days of weeks', 365, ['WEEK', 'WEEKDAY', 'HOUR_OF_DAY']],
    ['hours of the days of weeks, in another order', 365, ['HOUR_OF_DAY', 'WEEKDAY', 'WEEK']],
    ['hours of days of the week of a month', 30, ['HOUR_OF_DAY', 'WEEKDAY']],
    ['a category on the days of weeks', 365, ['CATEGORY', 'WEEK', 'WEEKDAY']],
    ['a category on the days of the week of months', 365, ['CATEGORY', 'MONTH', 'WEEKDAY']],
    ['a category at hours of the day of a month', 31, ['CATEGORY', 'HOUR_OF_DAY']],
  ] as const)('could be of one person: %s', (_, days, groupBy) => {
    expect(asked(days, ...groupBy)).toBe(true);
  });
});
