import { IANAZone } from 'luxon';
import { WEEKDAYS, type OpeningHours, type OpeningWindow } from '../adoption/opening-hours.model';
import type { CalendarDay } from './calendar.model';
import type { LocalDay } from './local-day';

/** A stretch of time `[fromMs, toMs)` in which an organisation is open. */
export interface OpenStretch {
  readonly fromMs: number;
  readonly toMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * When an organisation is open on a day. Days off of the calendar are closed, unless the organisation says otherwise for
 * the date; a weekend is open where its weekday has windows of its own.
 */
export function openStretches(openingHours: OpeningHours, day: LocalDay, calendarDay: CalendarDay): OpenStretch[] {
  const windows = windowsOf(openingHours, day, calendarDay);
  if (windows.length === 0) return [];
  return offsetsOf(day).flatMap(({ fromMs, toMs, midnightMs }) =>
    windows
      .map((window) => ({
        fromMs: Math.max(fromMs, midnightMs + minutesOf(window.from) * MINUTE_MS),
        toMs: Math.min(toMs, midnightMs + minutesOf(window.to) * MINUTE_MS),
      }))
      .filter((stretch) => stretch.fromMs < stretch.toMs),
  );
}

function windowsOf(
  { weekly, makeUpDays, dates = [] }: OpeningHours,
  { date, weekday }: LocalDay,
  { working, reason }: CalendarDay,
): readonly OpeningWindow[] {
  const exception = dates.find((each) => each.date === date);
  if (exception !== undefined) return exception.windows;
  if (!working && reason !== 'WEEKEND') return [];
  const name = WEEKDAYS[weekday - 1];
  const usual = name === undefined ? undefined : weekly[name];
  if (reason === 'MAKE_UP_WORKING_DAY' || reason === 'OWN_WORKING_DAY') {
    return makeUpDays ?? (usual !== undefined && usual.length > 0 ? usual : (weekly.MONDAY ?? []));
  }
  return usual ?? [];
}

/** The parts of a day between changes of the clocks, each with the moment at which its clocks would have shown 00:00. */
function offsetsOf(day: LocalDay): readonly (OpenStretch & { readonly midnightMs: number })[] {
  const { startsAtMs, endsAtMs, date, timeZone } = day;
  if (endsAtMs - startsAtMs === DAY_MS) return [{ fromMs: startsAtMs, toMs: endsAtMs, midnightMs: startsAtMs }];
  const zone = IANAZone.create(timeZone);
  const midnightUtcMs = Date.parse(`${date}T00:00:00Z`);
  const midnightAt = (atMs: number): number => midnightUtcMs - zone.offset(atMs) * MINUTE_MS;
  const changeMs = changeWithin(startsAtMs, endsAtMs - 1, (atMs) => zone.offset(atMs));
  return [
    { fromMs: startsAtMs, toMs: changeMs, midnightMs: midnightAt(startsAtMs) },
    { fromMs: changeMs, toMs: endsAtMs, midnightMs: midnightAt(changeMs) },
  ].filter(({ fromMs, toMs }) => fromMs < toMs);
}

/** The first moment of the offset that holds at the end. */
function changeWithin(fromMs: number, toMs: number, offset: (atMs: number) => number): number {
  const after = offset(toMs);
  if (offset(fromMs) === after) return fromMs;
  let [before, from] = [fromMs, toMs];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (offset(middle) === after) from = middle;
    else before = middle;
  }
  return from;
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
