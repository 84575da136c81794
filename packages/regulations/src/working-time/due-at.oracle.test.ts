import fc from 'fast-check';
import { WEEKDAYS } from '../adoption/opening-hours.model';
import {
  aStart,
  aWorld,
  dueByOracle,
  MINUTE,
  oracle,
  somePauses,
  someWindows,
  workingTime,
  ZONES,
  type World,
} from '../testing/minute-oracle';
import { everyDay } from './calendar.model';
import { dueAt, extendedDueAt } from './due-at';
import type { DueDate, Pause } from './due-date.model';
import { elapsed, type MeasuredUnit } from './elapsed';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

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
          const time = { timeZone, calendar: everyDay, openingHours: { weekly: allDay } };
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
