import type { Duration, TimeUnit } from '../regulation/stage.model';
import type { DueDate, DueOptions, WorkingTime } from './due-date.model';
import { joinPauses } from './pauses';
import { stretchesFrom, type Stretch } from './stretches';

/** Units in which time that has passed can be measured; months differ in length. */
export type MeasuredUnit = Exclude<TimeUnit, 'MONTHS' | 'YEARS'>;

const UNIT_MS = { MINUTES: 60_000, HOURS: 3_600_000, WORKING_HOURS: 3_600_000 } as const;

type Pauses = Pick<DueOptions, 'pauses'>;

/**
 * How much of a unit has passed between two moments, measured exactly as `dueAt` counts it: that much after the first
 * moment is again the second, or the first moment from which it is not told apart. Days count when they have ended.
 */
export function elapsed(
  unit: MeasuredUnit,
  from: Date,
  to: Date,
  workingTime: WorkingTime,
  options: Pauses = {},
): number {
  const toMs = to.getTime();
  const inDays = unit === 'CALENDAR_DAYS' || unit === 'WORKING_DAYS';
  let sum = 0;
  for (const stretch of countedUntil(unit, from.getTime(), toMs, workingTime, options)) {
    if (inDays) sum += stretch.toMs <= toMs ? 1 : 0;
    else sum += Math.min(stretch.toMs, toMs) - stretch.fromMs;
  }
  // Milliseconds add up exactly, hours do not.
  return inDays ? sum : sum / UNIT_MS[unit];
}

/**
 * The moment that lies a lead before a due date, for example to warn of it: backwards through the same time that the due
 * date was counted through, so that an hour before Monday 09:30 is half an hour before Friday's close. Never before the
 * clock was started.
 */
export function noticeAt(
  due: DueDate,
  lead: Duration & { readonly unit: MeasuredUnit },
  workingTime: WorkingTime,
  options: Pauses = {},
): Date {
  const startMs = Math.min(...[...due.counted, ...due.skipped].map(({ from }) => from.getTime()));
  const dueMs = due.dueAt.getTime();
  const counted = [...countedUntil(lead.unit, startMs, dueMs, workingTime, options)];
  let left =
    lead.unit === 'CALENDAR_DAYS' || lead.unit === 'WORKING_DAYS' ? lead.amount : lead.amount * UNIT_MS[lead.unit];
  for (const { fromMs, toMs } of counted.reverse()) {
    const lengthMs = Math.min(toMs, dueMs) - fromMs;
    const worth = lead.unit === 'CALENDAR_DAYS' || lead.unit === 'WORKING_DAYS' ? 1 : lengthMs;
    if (worth >= left) return new Date(worth === 1 && left === 1 ? fromMs : fromMs + lengthMs - left);
    left -= worth;
  }
  return new Date(startMs);
}

/** The first moment from another one on at which the organisation is open, so that nobody is notified at night. */
export function nextOpening(at: Date, workingTime: WorkingTime): Date {
  if (workingTime.openingHours === undefined) return at;
  for (const stretch of stretchesFrom('WORKING_HOURS', at.getTime(), counting(workingTime, {}))) {
    if (stretch.counts) return new Date(stretch.fromMs);
  }
  return at;
}

function* countedUntil(
  unit: MeasuredUnit,
  fromMs: number,
  toMs: number,
  workingTime: WorkingTime,
  options: Pauses,
): Generator<Stretch> {
  for (const stretch of stretchesFrom(unit, fromMs, counting(workingTime, options))) {
    if (stretch.fromMs >= toMs) return;
    if (stretch.counts) yield stretch;
  }
}

function counting(workingTime: WorkingTime, { pauses = [] }: Pauses) {
  return { workingTime, pauses: joinPauses(pauses), startDayCounts: false };
}
