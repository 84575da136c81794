import fc from 'fast-check';
import { DateTime } from 'luxon';
import { findCalendar } from './calendar-file';
import { weekCalendar } from './calendar.model';
import { dueAt } from './due-at';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const china = findCalendar('cn');
if (china === undefined) throw new Error('the Chinese calendar ships with the package');
const inChina = { timeZone: 'Asia/Shanghai', calendar: china };
const workingDays = (amount: number) => ({ amount, unit: 'WORKING_DAYS' as const });

describe('dueAt', () => {
  it('counts the make-up Saturday before Chinese New Year and skips the nine days off', () => {
    // 13 February 2026 is a Friday; the 14th is a make-up working day; 15 to 23 are off; so 14, 24 and 25 count.
    const due = dueAt(workingDays(3), new Date('2026-02-13T02:00:00Z'), inChina);
    expect(due.dueAt.toISOString()).toBe('2026-02-25T16:00:00.000Z');
    expect(due.counted.map(({ reason }) => reason)).toEqual(['MAKE_UP_WORKING_DAY', 'WORKING_DAY', 'WORKING_DAY']);
    expect(due.skipped.filter(({ reason }) => reason === 'PUBLIC_HOLIDAY')).toHaveLength(9);
    expect(due.skipped.at(-1)?.name).toBe('春节');
  });

  it('counts from the next working day when the complaint comes in at the weekend or one minute before midnight', () => {
    // 21 November 2026 is a Saturday, 20 November a Friday.
    expect(dueAt(workingDays(1), new Date('2026-11-21T04:00:00Z'), inChina).dueAt.toISOString()).toBe(
      '2026-11-23T16:00:00.000Z',
    );
    expect(dueAt(workingDays(1), new Date('2026-11-20T15:59:00Z'), inChina).dueAt.toISOString()).toBe(
      '2026-11-23T16:00:00.000Z',
    );
  });

  it('takes hours as elapsed time, whatever the day', () => {
    const due = dueAt({ amount: 24, unit: 'HOURS' }, new Date('2026-02-14T15:30:00Z'), inChina);
    expect(due.dueAt.toISOString()).toBe('2026-02-15T15:30:00.000Z');
  });

  it('ends calendar days at midnight across a change to summer time', () => {
    const london = { timeZone: 'Europe/London', calendar: weekCalendar('plain', '1', [], 'all') };
    const due = dueAt({ amount: 2, unit: 'CALENDAR_DAYS' }, new Date('2026-03-28T12:00:00Z'), london);
    expect(due.dueAt.toISOString()).toBe('2026-03-30T23:00:00.000Z');
  });

  it('says which year is not announced yet instead of guessing its days off', () => {
    expect(dueAt(workingDays(7), new Date('2026-12-28T02:00:00Z'), inChina).unannouncedYears).toEqual([2027]);
    expect(dueAt(workingDays(1), new Date('2026-12-28T02:00:00Z'), inChina).unannouncedYears).toEqual([]);
  });
});

describe('the proof of a due date', () => {
  const someExceptions = fc.uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 60 }), working: fc.boolean() }), {
    selector: ({ day }) => day,
    maxLength: 30,
  });
  const aZone = fc.constantFrom(
    'Asia/Shanghai',
    'Europe/London',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  );

  it('agrees with counting quarter hours one by one, and covers every moment exactly once', () => {
    fc.assert(
      fc.property(
        aZone,
        someExceptions,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 10_000 }),
        (timeZone, days, amount, offset) => {
          const first = DateTime.fromISO('2026-03-01', { zone: 'utc' });
          const exceptions = days.map(({ day, working }) => ({
            date: first.plus({ days: day }).toISODate() ?? '',
            name: 'x',
            working,
          }));
          const calendar = weekCalendar('fuzzed', '1', exceptions, 'all');
          const start = first.plus({ minutes: offset * 5 }).toJSDate();
          const due = dueAt(workingDays(amount), start, { timeZone, calendar });
          expect(due.dueAt.getTime()).toBe(oracle(start, amount, timeZone, exceptions));
          const all = [...due.counted, ...due.skipped].sort((a, b) => a.from.getTime() - b.from.getTime());
          expect(all[0]?.from).toEqual(start);
          expect(all.at(-1)?.to).toEqual(due.dueAt);
          all.slice(1).forEach((segment, index) => expect(segment.from).toEqual(all[index]?.to));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Walks quarter hours and looks only at local dates; shares nothing with the code under test. */
function oracle(
  start: Date,
  amount: number,
  timeZone: string,
  exceptions: readonly { date: string; working: boolean }[],
): number {
  const localDate = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const weekday = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' });
  const counts = (at: Date): boolean =>
    exceptions.find(({ date }) => date === localDate.format(at))?.working ??
    !['Sat', 'Sun'].includes(weekday.format(at));
  const seen = new Set<string>();
  const receipt = localDate.format(start);
  const quarter = 15 * 60_000;
  for (let at = Math.floor(start.getTime() / quarter) * quarter + quarter; ; at += quarter) {
    const date = localDate.format(new Date(at));
    if (seen.size === amount && !seen.has(date)) return at;
    if (date !== receipt && counts(new Date(at))) seen.add(date);
  }
}
