import type { TimeUnit } from '../regulation/stage.model';
import type { SegmentReason, WorkingTime } from './due-date.model';
import { dayAfter, localDayAt, type LocalDay } from './local-day';
import { openStretches } from './opening-windows';
import { isPausedBefore, type Paused } from './pauses';

/** A stretch of time `[fromMs, toMs)` that counts or does not, and why. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly counts: boolean;
  readonly reason: SegmentReason;
  readonly name?: string;
  /** The year, where its days off are not announced yet and matter. */
  readonly unannounced?: number;
}

export interface Counting {
  readonly workingTime: WorkingTime;
  readonly pauses: readonly Paused[];
  /** Whether the day of the start counts: where time goes on at the end of the day before. */
  readonly startDayCounts: boolean;
}

/** All time from a moment on, without a gap, as a unit counts it. Never ends. */
export function stretchesFrom(unit: TimeUnit, startMs: number, counting: Counting): Generator<Stretch> {
  if (unit === 'MINUTES' || unit === 'HOURS') return elapsing(startMs, counting.pauses);
  return unit === 'WORKING_HOURS' ? opening(startMs, counting) : days(startMs, unit === 'WORKING_DAYS', counting);
}

function* elapsing(startMs: number, pauses: readonly Paused[]): Generator<Stretch> {
  yield* cutByPauses({ fromMs: startMs, toMs: Infinity, counts: true, reason: 'ELAPSED_TIME' }, pauses);
}

function* opening(startMs: number, { workingTime, pauses }: Counting): Generator<Stretch> {
  const { timeZone, calendar, openingHours } = workingTime;
  if (openingHours === undefined) throw new Error('without opening hours there are no working hours to count');
  for (let day = localDayAt(timeZone, startMs); ; day = dayAfter(timeZone, day)) {
    const calendarDay = calendar.day(day.date, day.weekday);
    const open = openStretches(openingHours, day, calendarDay);
    const { reason, name } = calendarDay;
    const year = unannouncedYear(workingTime, day);
    const closed = {
      counts: false,
      ...(open.length === 0 && !calendarDay.working && { reason, ...nameOf(name) }),
      ...year,
    };
    let atMs = Math.max(day.startsAtMs, startMs);
    for (const [index, { fromMs, toMs }] of open.entries()) {
      if (toMs <= atMs) continue;
      if (atMs < fromMs) {
        yield { reason: index === 0 ? 'OUTSIDE_OPENING_HOURS' : 'BREAK', ...closed, fromMs: atMs, toMs: fromMs };
      }
      const opened = { ...year, fromMs: Math.max(atMs, fromMs), toMs, counts: true } as const;
      yield* cutByPauses({ ...opened, reason: 'OPENING_HOURS' }, pauses);
      atMs = toMs;
    }
    if (atMs < day.endsAtMs) yield { reason: 'OUTSIDE_OPENING_HOURS', ...closed, fromMs: atMs, toMs: day.endsAtMs };
  }
}

/** A day counts when it is a working day, or any, and time does not stand still at its end. */
function* days(startMs: number, working: boolean, counting: Counting): Generator<Stretch> {
  const { workingTime, pauses, startDayCounts } = counting;
  const { timeZone, calendar } = workingTime;
  let day = localDayAt(timeZone, startMs);
  if (!startDayCounts) {
    yield { fromMs: startMs, toMs: day.endsAtMs, counts: false, reason: 'DAY_OF_START' };
    day = dayAfter(timeZone, day);
  }
  for (; ; day = dayAfter(timeZone, day)) {
    const whole = { fromMs: Math.max(day.startsAtMs, startMs), toMs: day.endsAtMs };
    const ruling = working ? calendar.day(day.date, day.weekday) : undefined;
    const unannounced = working ? unannouncedYear(workingTime, day) : {};
    const pause = ruling?.working === false ? undefined : isPausedBefore(pauses, day.endsAtMs);
    if (pause !== undefined) {
      yield { ...whole, ...unannounced, counts: false, reason: 'PAUSE', ...nameOf(pause.reason) };
    } else if (ruling === undefined) {
      yield { ...whole, counts: true, reason: 'CALENDAR_DAY' };
    } else {
      const { reason, name } = ruling;
      yield { ...whole, ...unannounced, counts: ruling.working, reason, ...nameOf(name) };
    }
  }
}

/** What counts without its pauses, which do not. */
function* cutByPauses(stretch: Stretch, pauses: readonly Paused[]): Generator<Stretch> {
  let fromMs = stretch.fromMs;
  for (const pause of pauses) {
    if (pause.toMs <= fromMs) continue;
    if (pause.fromMs >= stretch.toMs) break;
    if (fromMs < pause.fromMs) yield { ...stretch, fromMs, toMs: pause.fromMs };
    const toMs = Math.min(pause.toMs, stretch.toMs);
    yield {
      ...stretch,
      fromMs: Math.max(fromMs, pause.fromMs),
      toMs,
      counts: false,
      reason: 'PAUSE',
      ...nameOf(pause.reason),
    };
    fromMs = toMs;
  }
  if (fromMs < stretch.toMs) yield { ...stretch, fromMs };
}

function nameOf(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name };
}

function unannouncedYear({ calendar }: WorkingTime, { year }: LocalDay): { readonly unannounced?: number } {
  return calendar.knowsYear(year) ? {} : { unannounced: year };
}
