import fc from 'fast-check';
import { WEEKDAYS, type OpeningHours } from '../adoption/opening-hours.model';
import { weekCalendar, withOwnDays } from '../working-time/calendar.model';
import type { Pause, WorkingTime } from '../working-time/due-date.model';
import type { MeasuredUnit } from '../working-time/elapsed';

/** What is fuzzed, in plain numbers: both sides read it on their own. */
export interface World {
  readonly timeZone: string;
  /** Days after the first one that depart from Monday to Friday, and how. */
  readonly publicDays: readonly { readonly day: number; readonly working: boolean }[];
  readonly ownDays: readonly { readonly day: number; readonly working: boolean }[];
  /** Windows in minutes of the day, by weekday, Monday first. */
  readonly week: readonly (readonly (readonly [number, number])[])[];
  readonly makeUp: readonly (readonly [number, number])[] | undefined;
  readonly dates: readonly { readonly day: number; readonly windows: readonly (readonly [number, number])[] }[];
}

/** In milliseconds. */
export const MINUTE = 60_000;
/** Summer time begins in the northern zones and ends in the southern ones soon after; and the other way round in autumn. */
const FIRST_DAYS = [Date.UTC(2026, 2, 1), Date.UTC(2026, 9, 20)];
export const ZONES = [
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Santiago',
];

const aDay = fc.integer({ min: 0, max: 40 });
const someDays = fc.uniqueArray(fc.record({ day: aDay, working: fc.boolean() }), {
  selector: ({ day }) => day,
  maxLength: 12,
});
const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((cuts) => cuts.sort((a, b) => a - b).slice(0, cuts.length - (cuts.length % 2)))
  .map((cuts) =>
    Array.from({ length: cuts.length / 2 }, (_, index): readonly [number, number] => [
      (cuts[index * 2] ?? 0) * 15,
      (cuts[index * 2 + 1] ?? 0) * 15,
    ]),
  );
export const someWindows = windows.filter((list) => list.length > 0);
export const aWorld: fc.Arbitrary<World> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    publicDays: someDays,
    ownDays: someDays,
    week: fc.array(windows, { minLength: 7, maxLength: 7 }),
    monday: someWindows,
    makeUp: fc.option(windows, { nil: undefined }),
    dates: fc.uniqueArray(fc.record({ day: aDay, windows }), { selector: ({ day }) => day, maxLength: 5 }),
  })
  .map(({ monday, week, ...world }) => ({ ...world, week: [monday, ...week.slice(1)] }));
export const aStart = fc.record({
  first: fc.constantFrom(...FIRST_DAYS),
  minutes: fc.integer({ min: 0, max: 40 * 24 * 60 }),
});
export const somePauses = fc.array(
  fc.record({ after: fc.integer({ min: -600, max: 9_000 }), minutes: fc.integer({ min: 0, max: 5_000 }) }),
  { maxLength: 4 },
);

const dateOf = (first: number, day: number): string => new Date(first + day * 86_400_000).toISOString().slice(0, 10);
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const asWindows = (list: readonly (readonly [number, number])[]) =>
  list.map(([from, to]) => ({ from: clock(from), to: clock(to) }));

/** What is fuzzed as the code under test takes it. */
export function workingTime({ timeZone, publicDays, ownDays, week, makeUp, dates }: World, first: number): WorkingTime {
  const named = (days: World['publicDays']) =>
    days.map(({ day, working }) => ({ date: dateOf(first, day), working, name: 'x' }));
  const openingHours: OpeningHours = {
    weekly: Object.fromEntries(WEEKDAYS.map((name, index) => [name, asWindows(week[index] ?? [])])),
    ...(makeUp === undefined ? {} : { makeUpDays: asWindows(makeUp) }),
    dates: dates.map((each) => ({ date: dateOf(first, each.day), windows: asWindows(each.windows) })),
  };
  const calendar = withOwnDays(weekCalendar('fuzzed', '1', named(publicDays), 'all'), '2', named(ownDays));
  return { timeZone, calendar, openingHours };
}

/** The clocks of a zone, minute by minute, as the platform formats them; nothing of the code under test is used. */
const wallClocks = new Map<string, { format: Intl.DateTimeFormat; known: Map<number, [string, number]> }>();
function wallAt(timeZone: string, atMs: number): [string, number] {
  let clocks = wallClocks.get(timeZone);
  if (clocks === undefined) {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    clocks = { format, known: new Map() };
    wallClocks.set(timeZone, clocks);
  }
  let wall = clocks.known.get(atMs);
  if (wall === undefined) {
    const [date = '', time = ''] = clocks.format.format(atMs).split(', ');
    wall = [date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))];
    clocks.known.set(atMs, wall);
  }
  return wall;
}

/** Which minutes count, looked at one by one. */
export function oracle(world: World, first: number, pauses: readonly Pause[]) {
  const kinds = new Map<string, 'WORK' | 'MADE' | 'WEEKEND' | 'OFF'>();
  const kindOf = (date: string): 'WORK' | 'MADE' | 'WEEKEND' | 'OFF' => {
    let kind = kinds.get(date);
    if (kind === undefined) {
      const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
      const own = world.ownDays.find(({ day }) => dateOf(first, day) === date);
      const open = world.publicDays.find(({ day }) => dateOf(first, day) === date);
      if (own !== undefined) kind = own.working ? 'MADE' : 'OFF';
      else if (open !== undefined) kind = open.working ? (weekend ? 'MADE' : 'WORK') : 'OFF';
      else kind = weekend ? 'WEEKEND' : 'WORK';
      kinds.set(date, kind);
    }
    return kind;
  };
  const isPaused = (atMs: number): boolean =>
    pauses.some(({ from, to }) => from.getTime() <= atMs && atMs < to.getTime());
  const isOpen = (atMs: number): boolean => {
    const [date, minute] = wallAt(world.timeZone, atMs);
    const exception = world.dates.find(({ day }) => dateOf(first, day) === date);
    const kind = kindOf(date);
    const usual = world.week[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? [];
    const made = world.makeUp ?? (usual.length > 0 ? usual : (world.week[0] ?? []));
    const list = exception?.windows ?? (kind === 'OFF' ? [] : kind === 'MADE' ? made : usual);
    return list.some(([from, to]) => from <= minute && minute < to);
  };
  const minuteCounts = (unit: MeasuredUnit, atMs: number): boolean =>
    !isPaused(atMs) && (unit !== 'WORKING_HOURS' || isOpen(atMs));
  return { kindOf, isPaused, minuteCounts };
}

/** Walks minute after minute. Of days, counts those that end while time does not stand still. */
export function dueByOracle(
  unit: MeasuredUnit,
  amount: number,
  startMs: number,
  timeZone: string,
  { kindOf, isPaused, minuteCounts }: ReturnType<typeof oracle>,
): number {
  const inDays = unit === 'CALENDAR_DAYS' || unit === 'WORKING_DAYS';
  let left = unit === 'HOURS' || unit === 'WORKING_HOURS' ? amount * 60 : amount;
  const [startDate] = wallAt(timeZone, startMs);
  for (let atMs = startMs; ; atMs += MINUTE) {
    if (!inDays) {
      if (minuteCounts(unit, atMs)) left -= 1;
    } else {
      const [date] = wallAt(timeZone, atMs);
      const ends = wallAt(timeZone, atMs + MINUTE)[0] !== date;
      const works = unit === 'CALENDAR_DAYS' || ['WORK', 'MADE'].includes(kindOf(date));
      if (ends && date !== startDate && works && !isPaused(atMs)) left -= 1;
    }
    if (left === 0) return atMs + MINUTE;
  }
}
