import fc from 'fast-check';
import { WEEKDAYS, type OpeningHours } from '../adoption/opening-hours.model';
import { weekCalendar, withOwnDays } from './calendar.model';
import { dueAt, extendedDueAt } from './due-at';
import type { DueDate, Pause, WorkingTime } from './due-date.model';
import { elapsed, type MeasuredUnit } from './elapsed';

/** What is fuzzed, in plain numbers: both sides read it on their own. */
interface World {
  readonly timeZone: string;
  /** Days after the first one that depart from Monday to Friday, and how. */
  readonly publicDays: readonly { readonly day: number; readonly working: boolean }[];
  readonly ownDays: readonly { readonly day: number; readonly working: boolean }[];
  /** Windows in minutes of the day, by weekday, Monday first. */
  readonly week: readonly (readonly (readonly [number, number])[])[];
  readonly makeUp: readonly (readonly [number, number])[] | undefined;
  readonly dates: readonly { readonly day: number; readonly windows: readonly (readonly [number, number])[] }[];
}

const MINUTE = 60_000;
/** Summer time begins in the northern zones and ends in the southern ones soon after; and the other way round in autumn. */
const FIRST_DAYS = [Date.UTC(2026, 2, 1), Date.UTC(2026, 9, 20)];
const ZONES = [
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
const someWindows = windows.filter((list) => list.length > 0);
const aWorld: fc.Arbitrary<World> = fc
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
const aStart = fc.record({
  first: fc.constantFrom(...FIRST_DAYS),
  minutes: fc.integer({ min: 0, max: 40 * 24 * 60 }),
});
const somePauses = fc.array(
  fc.record({ after: fc.integer({ min: -600, max: 9_000 }), minutes: fc.integer({ min: 0, max: 5_000 }) }),
  { maxLength: 4 },
);

const dateOf = (first: number, day: number): string => new Date(first + day * 86_400_000).toISOString().slice(0, 10);
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const asWindows = (list: readonly (readonly [number, number])[]) =>
  list.map(([from, to]) => ({ from: clock(from), to: clock(to) }));

function workingTime({ timeZone, publicDays, ownDays, week, makeUp, dates }: World, first: number): WorkingTime {
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

function oracle(world: World, first: number, pauses: readonly Pause[]) {
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
function dueByOracle(
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

const aUnit = fc.constantFrom<MeasuredUnit>('MINUTES', 'HOURS', 'WORKING_HOURS', 'CALENDAR_DAYS', 'WORKING_DAYS');
const aCase = fc.record({
  world: aWorld,
  start: aStart,
  pauses: somePauses,
  unit: aUnit,
  amount: fc.integer({ min: 1, max: 6 }),
});

function segmentsOf({ counted, skipped }: DueDate) {
  return [
    ...counted.map((each) => ({ ...each, counts: true })),
    ...skipped.map((each) => ({ ...each, counts: false })),
  ].sort((a, b) => a.from.getTime() - b.from.getTime());
}

function prepared({
  world,
  start,
  pauses,
}: {
  world: World;
  start: { first: number; minutes: number };
  pauses: { after: number; minutes: number }[];
}) {
  const startMs = start.first + start.minutes * MINUTE;
  const stops = pauses.map(({ after, minutes }): Pause => ({
    from: new Date(startMs + after * MINUTE),
    to: new Date(startMs + (after + minutes) * MINUTE),
  }));
  return { startMs, stops, time: workingTime(world, start.first) };
}

describe('a due date, against minutes that are counted one by one', () => {
  it('is the moment at which enough minutes or days have been counted', () => {
    fc.assert(
      fc.property(aCase, ({ unit, amount, ...given }) => {
        const { startMs, stops, time } = prepared(given);
        const due = dueAt({ amount, unit }, new Date(startMs), time, { pauses: stops });
        const minutes = oracle(given.world, given.start.first, stops);
        expect(due.dueAt.getTime()).toBe(dueByOracle(unit, amount, startMs, time.timeZone, minutes));
      }),
      { numRuns: 250 },
    );
  });

  it('is that moment around changes of the clocks too', () => {
    const changes = [
      ['Europe/London', '2026-03-29T01:00Z'],
      ['Europe/London', '2026-10-25T01:00Z'],
      ['America/New_York', '2026-03-08T07:00Z'],
      ['America/New_York', '2026-11-01T06:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
      ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
      ['America/Santiago', '2026-04-05T03:00Z'],
      ['America/Santiago', '2026-09-06T04:00Z'],
    ] as const;
    const oftenOpen = fc.array(someWindows, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        oftenOpen,
        somePauses,
        fc.integer({ min: 0, max: 2_000 }),
        fc.integer({ min: 1, max: 12 }),
        ([timeZone, change], week, pauses, lead, amount) => {
          const world = { timeZone, week, publicDays: [], ownDays: [], makeUp: undefined, dates: [] };
          const start = { first: Date.parse(change), minutes: -lead };
          const { startMs, stops, time } = prepared({ world, start, pauses });
          const due = dueAt({ amount, unit: 'WORKING_HOURS' }, new Date(startMs), time, { pauses: stops });
          const minutes = oracle(world, start.first, stops);
          expect(due.dueAt.getTime()).toBe(dueByOracle('WORKING_HOURS', amount, startMs, timeZone, minutes));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is proved by segments that tile the time to it, and counts what the minutes count', () => {
    fc.assert(
      fc.property(aCase, ({ unit, amount, ...given }) => {
        const { startMs, stops, time } = prepared(given);
        const due = dueAt({ amount, unit }, new Date(startMs), time, { pauses: stops });
        const segments = segmentsOf(due);
        expect(segments[0]?.from.getTime()).toBe(startMs);
        expect(segments.at(-1)?.to).toEqual(due.dueAt);
        segments.forEach(({ from, to }, index) => {
          expect(from < to).toBe(true);
          if (index > 0) expect(from).toEqual(segments[index - 1]?.to);
        });
        if (unit === 'CALENDAR_DAYS' || unit === 'WORKING_DAYS') {
          expect(due.counted).toHaveLength(amount);
          return;
        }
        const { minuteCounts } = oracle(given.world, given.start.first, stops);
        for (const { from, to, counts } of segments) {
          for (const atMs of [from.getTime(), to.getTime() - MINUTE]) expect(minuteCounts(unit, atMs)).toBe(counts);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('is reached again by adding what elapsed', () => {
    fc.assert(
      fc.property(aCase, ({ unit, amount, ...given }) => {
        const { startMs, stops, time } = prepared(given);
        const start = new Date(startMs);
        const due = dueAt({ amount, unit }, start, time, { pauses: stops });
        expect(elapsed(unit, start, due.dueAt, time, { pauses: stops })).toBe(amount);
        const before = new Date(due.dueAt.getTime() - 1);
        expect(elapsed(unit, start, before, time, { pauses: stops })).toBeLessThan(amount);
      }),
      { numRuns: 250 },
    );
  });

  it('is never earlier for more pauses or a longer duration', () => {
    fc.assert(
      fc.property(aCase, somePauses, ({ unit, amount, ...given }, more) => {
        const { startMs, stops, time } = prepared(given);
        const extra = prepared({ ...given, pauses: more }).stops;
        const start = new Date(startMs);
        const due = dueAt({ amount, unit }, start, time, { pauses: stops }).dueAt;
        expect(dueAt({ amount, unit }, start, time, { pauses: [...stops, ...extra] }).dueAt >= due).toBe(true);
        expect(dueAt({ amount: amount + 1, unit }, start, time, { pauses: stops }).dueAt > due).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  it('after an extension is that of the sum, and does not depend on when it was extended', () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 1, max: 5 }), ({ unit, amount, ...given }, more) => {
        const { startMs, stops, time } = prepared(given);
        const start = new Date(startMs);
        const options = { pauses: stops };
        const whole = dueAt({ amount: amount + more, unit }, start, time, options);
        const extended = extendedDueAt(
          dueAt({ amount, unit }, start, time, options),
          { amount: more, unit },
          time,
          options,
        );
        const atOnce = dueAt({ amount, unit }, start, time, { ...options, extensions: [{ amount: more, unit }] });
        expect(extended.dueAt).toEqual(whole.dueAt);
        expect(atOnce).toEqual(extended);
      }),
      { numRuns: 250 },
    );
  });

  it('of an organisation that never closes is wall-clock time', () => {
    const allDay = Object.fromEntries(WEEKDAYS.map((name) => [name, [{ from: '00:00', to: '24:00' }]]));
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        aStart,
        fc.integer({ min: 1, max: 2_000 }),
        (timeZone, { first, minutes }, amount) => {
          const calendar = {
            ...weekCalendar('every-day', '1', [], 'all'),
            day: () => ({ working: true, reason: 'WORKING_DAY' as const }),
          };
          const time = { timeZone, calendar, openingHours: { weekly: allDay } };
          const start = new Date(first + minutes * MINUTE);
          expect(dueAt({ amount, unit: 'WORKING_HOURS' }, start, time).dueAt.getTime()).toBe(
            start.getTime() + amount * 60 * MINUTE,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
