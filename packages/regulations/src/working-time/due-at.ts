import type { OpeningHours } from '../adoption/opening-hours.model';
import type { Duration } from '../regulation/stage.model';
import type { Calendar, DayReason } from './calendar.model';
import { dayAfter, localDayAt } from './local-day';

/** Why a stretch of time was counted or skipped. */
export type SegmentReason =
  | DayReason
  | 'ELAPSED_TIME'
  | 'OPENING_HOURS'
  | 'CALENDAR_DAY'
  | 'DAY_OF_START'
  | 'OUTSIDE_OPENING_HOURS'
  | 'BREAK'
  | 'PAUSE';

/** A half-open stretch of time `[from, to)` with the reason for which it was counted or skipped. */
export interface Segment {
  readonly from: Date;
  readonly to: Date;
  readonly reason: SegmentReason;
  /** The holiday's own name, where there is one. */
  readonly name?: string;
}

/** A due date with its proof: everything between start and due date stands in exactly one segment. */
export interface DueDate {
  readonly dueAt: Date;
  /** For a range such as 14 to 21 days, when its shorter end runs out; the longer one is what counts. */
  readonly targetAt?: Date;
  readonly timeZone: string;
  readonly calendar: { readonly id: string; readonly version: string };
  readonly counted: readonly Segment[];
  readonly skipped: readonly Segment[];
  /** Years touched whose days off are not announced yet: the due date is then the earliest possible one. */
  readonly unannouncedYears: readonly number[];
}

/** Where and by which calendar time is counted. */
export interface WorkingTime {
  /** IANA time zone, for example `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** When the organisation is open; without it, WORKING_HOURS cannot be counted. */
  readonly openingHours?: OpeningHours;
}

/** A stretch of time `[from, to)` that does not count. One that still lasts ends, for the time being, now. */
export interface Pause {
  readonly from: Date;
  readonly to: Date;
  /** Why, in a word; shown in the proof. */
  readonly reason?: string;
}

/** What stops or lengthens a clock after it was started. */
export interface DueOptions {
  readonly pauses?: readonly Pause[];
  /** Approved extensions in the order of their approval; each begins where the time before it runs out. */
  readonly extensions?: readonly Duration[];
}

/**
 * The moment at which a duration that starts at `startedAt` has run out.
 *
 * Minutes and hours are elapsed time. Days are counted from the day after the start, and run out at the end (24:00,
 * local time) of the last one; working days skip what the calendar says. Where the regulations are silent on the
 * last day, this is the plain reading of 「N个工作日内」.
 */
export function dueAt(
  duration: Duration,
  startedAt: Date,
  { timeZone, calendar }: WorkingTime,
  _options: DueOptions = {},
): DueDate {
  const base = { timeZone, calendar: { id: calendar.id, version: calendar.version } };
  if (duration.unit === 'MINUTES' || duration.unit === 'HOURS') {
    const minutes = duration.unit === 'HOURS' ? duration.amount * 60 : duration.amount;
    const due = new Date(startedAt.getTime() + minutes * 60_000);
    return {
      ...base,
      dueAt: due,
      counted: [{ from: startedAt, to: due, reason: 'ELAPSED_TIME' }],
      skipped: [],
      unannouncedYears: [],
    };
  }
  return { ...base, ...countDays(duration, startedAt, timeZone, calendar) };
}

function countDays(
  { amount, unit }: Duration,
  startedAt: Date,
  timeZone: string,
  calendar: Calendar,
): Pick<DueDate, 'dueAt' | 'counted' | 'skipped' | 'unannouncedYears'> {
  const counted: Segment[] = [];
  const skipped: Segment[] = [];
  const unannounced = new Set<number>();
  let day = localDayAt(timeZone, startedAt.getTime());
  let end = new Date(day.endsAtMs);
  skipped.push({ from: startedAt, to: end, reason: 'DAY_OF_START' });
  while (counted.length < amount) {
    day = dayAfter(timeZone, day);
    const stretch = { from: end, to: new Date(day.endsAtMs) };
    end = stretch.to;
    if (unit === 'CALENDAR_DAYS') {
      counted.push({ ...stretch, reason: 'CALENDAR_DAY' });
      continue;
    }
    if (!calendar.knowsYear(day.year)) unannounced.add(day.year);
    const { working, reason, name } = calendar.day(day.date, day.weekday);
    (working ? counted : skipped).push({ ...stretch, reason, ...(name === undefined ? {} : { name }) });
  }
  return { dueAt: end, counted, skipped, unannouncedYears: [...unannounced] };
}

/** A due date after an approved extension, which begins where the time before it ran out. */
export function extendedDueAt(due: DueDate, duration: Duration, workingTime: WorkingTime): DueDate {
  const more = dueAt(duration, due.dueAt, workingTime);
  return { ...more, counted: [...due.counted, ...more.counted], skipped: [...due.skipped, ...more.skipped] };
}
