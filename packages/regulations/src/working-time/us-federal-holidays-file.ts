import { US_FEDERAL_SOURCE, usFederalHolidays } from './us-federal-holidays';

const FIRST_YEAR = 2016;
const LAST_YEAR = 2035;

/** The content of the data file with the federal holidays of the United States. */
export function usFederalHolidaysFile(): string {
  const days = usFederalHolidays(FIRST_YEAR, LAST_YEAR).map(({ date, name }) => ({ date, name }));
  return `${JSON.stringify({ source: US_FEDERAL_SOURCE, firstYear: FIRST_YEAR, lastYear: LAST_YEAR, days }, null, 2)}\n`;
}
