import type { OpeningHours } from '../adoption/opening-hours.model';
import type { Duration } from '../regulation/stage.model';
import type { Calendar, DayReason } from './calendar.model';

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
  /** The holiday's own name or the reason of the pause, where there is one. */
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
