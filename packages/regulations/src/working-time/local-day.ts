import { DateTime } from 'luxon';

/** A day as the organisation's wall calendar has it: 23 to 25 hours where clocks change. */
export interface LocalDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly year: number;
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekday: number;
  readonly startsAtMs: number;
  /** When the next day begins. */
  readonly endsAtMs: number;
  readonly timeZone: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days that are kept for each zone; a complaint and its due dates lie within weeks, an import within years. */
const KEPT = 5_000;

/** By zone, the local days that contain the beginnings of UTC days: asking for the time zone's rules is slow. */
const known = new Map<string, Map<number, LocalDay>>();

/** The local day that the moment lies in. */
export function localDayAt(timeZone: string, atMs: number): LocalDay {
  const utcDay = Math.floor(atMs / DAY_MS);
  const day = dayAtStartOf(utcDay, timeZone);
  if (atMs < day.endsAtMs) return day;
  const next = dayAfter(timeZone, day);
  return atMs < next.endsAtMs ? next : compute(timeZone, atMs);
}

/** The local day after another one. */
export function dayAfter(timeZone: string, { endsAtMs }: LocalDay): LocalDay {
  // The UTC day that begins next does so within the day that begins here, unless the zone skipped a date.
  const candidate = dayAtStartOf(Math.ceil(endsAtMs / DAY_MS), timeZone);
  return candidate.startsAtMs === endsAtMs ? candidate : compute(timeZone, endsAtMs);
}

function dayAtStartOf(utcDay: number, timeZone: string): LocalDay {
  let days = known.get(timeZone);
  if (days === undefined) {
    days = new Map();
    known.set(timeZone, days);
  }
  let day = days.get(utcDay);
  if (day === undefined) {
    day = compute(timeZone, utcDay * DAY_MS);
    if (days.size >= KEPT) days.clear();
    days.set(utcDay, day);
  }
  return day;
}

function compute(timeZone: string, atMs: number): LocalDay {
  const start = DateTime.fromMillis(atMs, { zone: timeZone }).startOf('day');
  return {
    date: start.toISODate() ?? '',
    year: start.year,
    weekday: start.weekday,
    startsAtMs: start.toMillis(),
    endsAtMs: start.plus({ days: 1 }).startOf('day').toMillis(),
    timeZone,
  };
}
