import type { Duration } from '../regulation/stage.model';
import { daysUntilSameDay } from './calendar-months';
import type { DueDate, DueOptions, Segment, WorkingTime } from './due-date.model';
import { localDayAt } from './local-day';
import { joinPauses, type Paused } from './pauses';
import { stretchesFrom, type Stretch } from './stretches';

const UNIT_MS = { MINUTES: 60_000, HOURS: 3_600_000, WORKING_HOURS: 3_600_000 } as const;

/**
 * The moment at which a duration that starts at `startedAt` has run out, with the proof.
 *
 * Minutes and hours are elapsed time, working hours time within the opening hours. Days are counted from the day after
 * the start, and run out at the end (24:00, local time) of the last one; working days skip what the calendar says. Months
 * and years run out at the end of the day with the same number, or of the last day of a shorter month. Where the
 * regulations are silent on the last day, this is the plain reading of 「N个工作日内」. Of a range the longer end counts.
 *
 * A pause is measured in the unit that it stops: of hours it takes the time for which they stood still, of days those at
 * whose end time stood still. Throws `Error` for working hours without opening hours.
 */
export function dueAt(
  duration: Duration,
  startedAt: Date,
  workingTime: WorkingTime,
  { pauses = [], extensions = [] }: DueOptions = {},
): DueDate {
  const { timeZone, calendar } = workingTime;
  const joined = joinPauses(pauses);
  const startMs = startedAt.getTime();
  const first = countFrom(duration, startMs, false, workingTime, joined);
  const { amount, maximum, unit } = duration;
  const target =
    maximum === undefined || extensions.length > 0
      ? undefined
      : countFrom({ amount, unit }, startMs, false, workingTime, joined).endMs;
  const parts = [first];
  for (const extension of extensions) {
    const endMs = (parts.at(-1) ?? first).endMs;
    const atDayEnd = localDayAt(timeZone, endMs - 1).endsAtMs === endMs;
    parts.push(countFrom(extension, endMs, atDayEnd, workingTime, joined));
  }
  const stretches = parts.flatMap((part) => part.stretches);
  return {
    dueAt: new Date((parts.at(-1) ?? first).endMs),
    ...(target === undefined ? {} : { targetAt: new Date(target) }),
    timeZone,
    calendar: { id: calendar.id, version: calendar.version },
    counted: stretches.filter(({ counts }) => counts).map(toSegment),
    skipped: stretches.filter(({ counts }) => !counts).map(toSegment),
    unannouncedYears: [...new Set(stretches.flatMap(({ unannounced }) => unannounced ?? []))],
  };
}

/** A due date after an approved extension, which begins where the time before it ran out. */
export function extendedDueAt(
  due: DueDate,
  duration: Duration,
  workingTime: WorkingTime,
  { pauses = [] }: Pick<DueOptions, 'pauses'> = {},
): DueDate {
  const endMs = due.dueAt.getTime();
  const atDayEnd = localDayAt(workingTime.timeZone, endMs - 1).endsAtMs === endMs;
  const more = countFrom(duration, endMs, atDayEnd, workingTime, joinPauses(pauses));
  const { targetAt: _, ...before } = due;
  return {
    ...before,
    dueAt: new Date(more.endMs),
    counted: [...due.counted, ...more.stretches.filter(({ counts }) => counts).map(toSegment)],
    skipped: [...due.skipped, ...more.stretches.filter(({ counts }) => !counts).map(toSegment)],
    unannouncedYears: [
      ...new Set([...due.unannouncedYears, ...more.stretches.flatMap(({ unannounced }) => unannounced ?? [])]),
    ],
  };
}

interface Counted {
  readonly endMs: number;
  readonly stretches: readonly Stretch[];
}

function countFrom(
  { amount, maximum = amount, unit }: Duration,
  startMs: number,
  startDayCounts: boolean,
  workingTime: WorkingTime,
  pauses: readonly Paused[],
): Counted {
  const stretches = stretchesFrom(unit, startMs, { workingTime, pauses, startDayCounts });
  if (unit === 'MINUTES' || unit === 'HOURS' || unit === 'WORKING_HOURS') {
    return takeTime(stretches, maximum * UNIT_MS[unit]);
  }
  if (unit === 'CALENDAR_DAYS' || unit === 'WORKING_DAYS') return takeDays(stretches, maximum);
  const months = unit === 'YEARS' ? maximum * 12 : maximum;
  return joined(takeDays(stretches, daysUntilSameDay(startMs, startDayCounts, months, workingTime.timeZone)));
}

function takeTime(stretches: Iterable<Stretch>, wantedMs: number): Counted {
  const taken: Stretch[] = [];
  let leftMs = wantedMs;
  for (const stretch of stretches) {
    const lengthMs = stretch.toMs - stretch.fromMs;
    if (stretch.counts && lengthMs >= leftMs) {
      const endMs = stretch.fromMs + leftMs;
      return { endMs, stretches: [...taken, { ...stretch, toMs: endMs }] };
    }
    taken.push(stretch);
    if (stretch.counts) leftMs -= lengthMs;
  }
  throw new Error('time goes on');
}

function takeDays(stretches: Iterable<Stretch>, wanted: number): Counted {
  const taken: Stretch[] = [];
  let left = wanted;
  for (const stretch of stretches) {
    taken.push(stretch);
    if (stretch.counts) left -= 1;
    if (left === 0) return { endMs: stretch.toMs, stretches: taken };
  }
  throw new Error('days go on');
}

/** Months and years are not shown day by day. */
function joined({ endMs, stretches }: Counted): Counted {
  const runs: Stretch[] = [];
  for (const stretch of stretches) {
    const last = runs.at(-1);
    if (last?.reason === stretch.reason && last.name === stretch.name) {
      runs[runs.length - 1] = { ...last, toMs: stretch.toMs };
    } else runs.push(stretch);
  }
  return { endMs, stretches: runs };
}

function toSegment({ fromMs, toMs, reason, name }: Stretch): Segment {
  return { from: new Date(fromMs), to: new Date(toMs), reason, ...(name === undefined ? {} : { name }) };
}
