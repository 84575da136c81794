import { findCalendar } from './calendar-file';
import { weekCalendar } from './calendar.model';
import { dueAt } from './due-at';
import type { WorkingTime } from './due-date.model';
import { elapsed, nextOpening, noticeAt } from './elapsed';

const china = findCalendar('cn');
if (china === undefined) throw new Error('the Chinese calendar ships with the package');

const OFFICE = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const weekdays = { MONDAY: OFFICE, TUESDAY: OFFICE, WEDNESDAY: OFFICE, THURSDAY: OFFICE, FRIDAY: OFFICE };
const inShanghai: WorkingTime = { timeZone: 'Asia/Shanghai', calendar: china, openingHours: { weekly: weekdays } };
const plain: WorkingTime = { ...inShanghai, calendar: weekCalendar('plain', '1', [], 'all') };
/** A moment by the clocks of Shanghai. */
const at = (local: string): Date => new Date(`${local}:00+08:00`);
const local = (date: Date): string => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

describe('what clocks of other systems got wrong', () => {
  it('one cannot see why it took six days: every counted and skipped stretch is shown with its reason', () => {
    const due = dueAt({ amount: 9, unit: 'WORKING_HOURS' }, at('2026-02-13T16:00'), inShanghai);
    expect(local(due.dueAt)).toBe('2026-02-14T17:30');
    expect(
      [...due.counted, ...due.skipped]
        .sort((a, b) => a.from.getTime() - b.from.getTime())
        .map(({ from, to, reason }) => `${local(from)} ${local(to).slice(11)} ${reason}`),
    ).toEqual([
      '2026-02-13T16:00 18:00 OPENING_HOURS',
      '2026-02-13T18:00 00:00 OUTSIDE_OPENING_HOURS',
      '2026-02-14T00:00 09:00 OUTSIDE_OPENING_HOURS',
      '2026-02-14T09:00 12:00 OPENING_HOURS',
      '2026-02-14T12:00 13:30 BREAK',
      '2026-02-14T13:30 17:30 OPENING_HOURS',
    ]);
  });

  it('a day closes for a minute at midnight: windows are half-open and may end at 24:00', () => {
    const allDay = [{ from: '00:00', to: '24:00' }];
    const open = { ...plain, openingHours: { weekly: { MONDAY: allDay, TUESDAY: allDay } } };
    const due = dueAt({ amount: 30, unit: 'WORKING_HOURS' }, at('2026-11-23T00:00'), open);
    expect(local(due.dueAt)).toBe('2026-11-24T06:00');
    expect(due.skipped).toEqual([]);
  });

  it('reminders go out at midnight: when it is due and when somebody is told are two questions', () => {
    const due = dueAt({ amount: 1, unit: 'WORKING_DAYS' }, at('2026-11-20T10:00'), inShanghai);
    expect(local(due.dueAt)).toBe('2026-11-24T00:00');
    expect(local(nextOpening(at('2026-11-21T00:00'), inShanghai))).toBe('2026-11-23T09:00');
    expect(nextOpening(at('2026-11-23T10:00'), inShanghai)).toEqual(at('2026-11-23T10:00'));
  });

  it('changing the policy forgets the pauses: they belong to the case and apply to whatever is counted', () => {
    const pauses = [{ from: at('2026-11-23T10:00'), to: at('2026-11-23T11:00') }];
    const start = at('2026-11-23T09:00');
    expect(local(dueAt({ amount: 2, unit: 'WORKING_HOURS' }, start, plain, { pauses }).dueAt)).toBe('2026-11-23T12:00');
    expect(local(dueAt({ amount: 4, unit: 'HOURS' }, start, plain, { pauses }).dueAt)).toBe('2026-11-23T14:00');
  });

  it('a pause is measured around the clock and added to working time: it is measured as it is added', () => {
    // From Friday 17:00 to Monday 10:00, of which the office is open for two hours.
    const pauses = [{ from: at('2026-11-20T17:00'), to: at('2026-11-23T10:00') }];
    const start = at('2026-11-20T16:00');
    const due = dueAt({ amount: 3, unit: 'WORKING_HOURS' }, start, plain, { pauses });
    expect(local(due.dueAt)).toBe('2026-11-23T12:00');
    expect(elapsed('WORKING_HOURS', start, due.dueAt, plain, { pauses })).toBe(3);
    expect(elapsed('WORKING_HOURS', start, due.dueAt, plain)).toBe(5);
  });

  it('an hour before it is due falls on midnight with several windows a day: leads go back through the same time', () => {
    const due = dueAt({ amount: 7, unit: 'WORKING_HOURS' }, at('2026-11-20T10:00'), plain);
    expect(local(due.dueAt)).toBe('2026-11-23T09:30'); // six and a half hours on Friday, then the weekend
    expect(local(noticeAt(due, { amount: 1, unit: 'WORKING_HOURS' }, plain))).toBe('2026-11-20T17:30');
    expect(local(noticeAt(due, { amount: 1, unit: 'HOURS' }, plain))).toBe('2026-11-23T08:30');
    expect(local(noticeAt(due, { amount: 99, unit: 'WORKING_HOURS' }, plain))).toBe('2026-11-20T10:00');
    const days = dueAt({ amount: 3, unit: 'WORKING_DAYS' }, at('2026-11-19T09:30'), plain);
    expect(local(noticeAt(days, { amount: 2, unit: 'WORKING_DAYS' }, plain))).toBe('2026-11-23T00:00');
  });

  it('a schedule breaks unless Monday and Thursday are open: any day of the week may be the only one', () => {
    for (const weekday of ['TUESDAY', 'SATURDAY', 'SUNDAY'] as const) {
      const open = { ...plain, openingHours: { weekly: { [weekday]: OFFICE } } };
      const due = dueAt({ amount: 10, unit: 'WORKING_HOURS' }, at('2026-11-23T00:00'), open);
      expect(due.counted.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0)).toBe(36_000_000);
      expect(local(due.dueAt).slice(11)).toBe('11:30');
    }
  });

  it('a pause shifts the start: it is taken out where it lies, weekend or not', () => {
    const pauses = [{ from: at('2026-11-21T08:00'), to: at('2026-11-22T20:00') }];
    const due = dueAt({ amount: 2, unit: 'WORKING_DAYS' }, at('2026-11-20T09:00'), plain, { pauses });
    expect(local(due.dueAt)).toBe('2026-11-25T00:00');
  });

  it('what is paused twice is counted twice: pauses that overlap are one', () => {
    const from = at('2026-11-23T10:00');
    const pauses = [
      { from, to: at('2026-11-23T12:00') },
      { from: at('2026-11-23T11:00'), to: at('2026-11-23T11:30') },
      { from, to: at('2026-11-23T12:00') },
    ];
    expect(local(dueAt({ amount: 3, unit: 'HOURS' }, at('2026-11-23T09:00'), plain, { pauses }).dueAt)).toBe(
      '2026-11-23T14:00',
    );
  });

  it('there is one window a day and no lunch: there are as many as the organisation has', () => {
    const many = [0, 4, 8, 12, 16, 20].map((hour) => ({
      from: `${String(hour).padStart(2, '0')}:00`,
      to: `${String(hour + 1).padStart(2, '0')}:00`,
    }));
    const open = { ...plain, openingHours: { weekly: { MONDAY: many } } };
    expect(local(dueAt({ amount: 6, unit: 'WORKING_HOURS' }, at('2026-11-23T00:00'), open).dueAt)).toBe(
      '2026-11-23T21:00',
    );
  });

  it('a pause during a holiday does not show: the proof says that it was closed, not paused', () => {
    const pauses = [{ from: at('2026-10-02T09:00'), to: at('2026-10-05T09:00'), reason: 'waiting for the customer' }];
    const due = dueAt({ amount: 1, unit: 'WORKING_HOURS' }, at('2026-09-30T17:30'), inShanghai, { pauses });
    expect(due.skipped.some(({ reason }) => reason === 'PAUSE')).toBe(false);
    expect(due.skipped.filter(({ name }) => name === '国庆节')).not.toHaveLength(0);
  });
});

describe('ranges, months and years', () => {
  it('of a range the longer end counts, and the shorter one is told', () => {
    const due = dueAt({ amount: 14, maximum: 21, unit: 'CALENDAR_DAYS' }, at('2026-11-02T09:00'), plain);
    expect([local(due.targetAt ?? due.dueAt), local(due.dueAt)]).toEqual(['2026-11-17T00:00', '2026-11-24T00:00']);
  });

  it('months end with the day of the same number, or with a shorter month', () => {
    const months = (amount: number, from: string) => local(dueAt({ amount, unit: 'MONTHS' }, at(from), plain).dueAt);
    expect(months(1, '2026-01-31T10:00')).toBe('2026-03-01T00:00');
    expect(months(1, '2026-11-02T10:00')).toBe('2026-12-03T00:00');
    expect(local(dueAt({ amount: 1, unit: 'YEARS' }, at('2028-02-29T10:00'), plain).dueAt)).toBe('2029-03-01T00:00');
  });

  it('a day is paused when time stands still at its end', () => {
    const day = (pauses: { from: Date; to: Date }[]) =>
      local(dueAt({ amount: 2, unit: 'CALENDAR_DAYS' }, at('2026-11-02T09:00'), plain, { pauses }).dueAt);
    expect(day([{ from: at('2026-11-03T09:00'), to: at('2026-11-03T17:00') }])).toBe('2026-11-05T00:00');
    expect(day([{ from: at('2026-11-03T09:00'), to: at('2026-11-04T09:00') }])).toBe('2026-11-06T00:00');
    expect(day([{ from: at('2026-11-03T09:00'), to: at('2026-11-04T00:00') }])).toBe('2026-11-06T00:00');
  });

  it('a year that is not announced yet is told, of working hours as of working days', () => {
    const years = (from: string, amount: number) =>
      dueAt({ amount, unit: 'WORKING_HOURS' }, at(from), inShanghai).unannouncedYears;
    expect(years('2027-01-04T09:00', 1)).toEqual([2027]);
    expect(years('2026-12-31T17:30', 1)).toEqual([2027]);
    expect(years('2026-12-31T09:00', 1)).toEqual([]);
  });

  it('working hours without opening hours are a mistake', () => {
    const { openingHours: _, ...without } = plain;
    expect(() => dueAt({ amount: 1, unit: 'WORKING_HOURS' }, at('2026-11-02T09:00'), without)).toThrow('opening hours');
  });
});
