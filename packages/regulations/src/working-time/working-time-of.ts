import type { AdoptionSettings } from '../adoption/adoption.model';
import { findCalendar } from './calendar-file';
import type { WorkingTime } from './due-at';

/** The zone and calendar of an adoption. Throws `Error` for settings that were not checked. */
export function workingTimeOf({ timeZone, calendar }: AdoptionSettings): WorkingTime {
  const found = findCalendar(calendar);
  if (found === undefined) throw new Error(`calendar ${calendar} was not checked at adoption`);
  return { timeZone, calendar: found };
}
