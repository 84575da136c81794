import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCalendar } from './calendar-file';
import { usFederalHolidays } from './us-federal-holidays';
import { usFederalHolidaysFile } from './us-federal-holidays-file';

describe('the federal holidays of the United States', () => {
  it('are those that the Office of Personnel Management lists for 2021 and 2022', () => {
    expect(usFederalHolidays(2021, 2021).map(({ date }) => date)).toEqual([
      '2021-01-01',
      '2021-01-18',
      '2021-02-15',
      '2021-05-31',
      '2021-06-18',
      '2021-07-05',
      '2021-09-06',
      '2021-10-11',
      '2021-11-11',
      '2021-11-25',
      '2021-12-24',
      '2021-12-31',
    ]);
    expect(usFederalHolidays(2022, 2022).map(({ date }) => date)).toEqual([
      '2022-01-17',
      '2022-02-21',
      '2022-05-30',
      '2022-06-20',
      '2022-07-04',
      '2022-09-05',
      '2022-10-10',
      '2022-11-11',
      '2022-11-24',
      '2022-12-26',
    ]);
  });

  it('ship as the file that the law gives', () => {
    const file = join(__dirname, '..', '..', 'data', 'calendars', 'us', 'federal-holidays.json');
    expect(readFileSync(file, 'utf8')).toBe(usFederalHolidaysFile());
  });

  it('are days off of the calendar us, in years from 2016 to 2035', () => {
    const calendar = findCalendar('us');
    expect(calendar?.day('2026-07-03', 5)).toEqual({
      working: false,
      reason: 'PUBLIC_HOLIDAY',
      name: 'Independence Day',
    });
    expect([2015, 2016, 2035, 2036].map((year) => calendar?.knowsYear(year))).toEqual([false, true, true, false]);
  });
});
