import { createHash } from 'node:crypto';
import type { AdoptionSettings } from '../adoption/adoption.model';
import { findCalendar } from './calendar-file';
import { withOwnDays, type Calendar } from './calendar.model';
import type { WorkingTime } from './due-date.model';

const known = new WeakMap<AdoptionSettings, WorkingTime>();

/** The zone, calendar and opening hours of an adoption. Throws `Error` for settings that were not checked. */
export function workingTimeOf(settings: AdoptionSettings): WorkingTime {
  let workingTime = known.get(settings);
  if (workingTime === undefined) {
    const { timeZone, openingHours } = settings;
    workingTime = { timeZone, calendar: calendarOf(settings), ...(openingHours === undefined ? {} : { openingHours }) };
    known.set(settings, workingTime);
  }
  return workingTime;
}

/** The public calendar under the organisation's own days; its version tells both, and the opening hours. */
function calendarOf({ calendar, ownDays = [], openingHours }: AdoptionSettings): Calendar {
  const found = findCalendar(calendar);
  if (found === undefined) throw new Error(`calendar ${calendar} was not checked at adoption`);
  if (ownDays.length === 0 && openingHours === undefined) return found;
  const own = createHash('sha256').update(JSON.stringify([ownDays, openingHours]));
  return withOwnDays(found, `${found.version}+${own.digest('hex').slice(0, 8)}`, ownDays);
}
