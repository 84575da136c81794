import { aLabel, aRegulation, aStage } from '../testing/builders';
import { workingTimeOf } from '../working-time/working-time-of';
import { dueAt } from '../working-time/due-at';
import { checkAdoption } from './check-adoption';
import type { OpenValue } from './open-value.model';

const quote = 'a sentence';
const open = (key: string, type: string, more: object = {}) => ({
  key,
  type,
  label: aLabel(key),
  quote: null,
  ...more,
});
const regulation = aRegulation({
  parties: [{ party: 'service-centre', label: aLabel('Service centre'), kind: 'UNIT', role: 'supervisor', quote }],
  assessment: [{ key: 'media', label: aLabel('Media'), type: 'BOOLEAN', quote }],
  stages: [aStage('answer', { deadline: { openValue: 'answerWithin', startsAt: 'RECEIPT', quote } })],
  authority: { rows: [{ holder: 'manager', currency: 'CNY', maximum: '1000', quote }], openValue: 'authority' },
  openValues: [
    open('answerWithin', 'DURATION'),
    open('authority', 'AUTHORITY'),
    open('seats', 'COUNT'),
    open('tolerance', 'RATIO'),
    open('fee', 'MONEY'),
    open('notice', 'TEXT'),
    open('mode', 'CHOICE', { options: [{ code: 'fast', label: aLabel('Fast') }] }),
    open('from', 'DATE'),
    open('losses', 'AMOUNT_TABLE'),
    open('number', 'NUMBERING'),
  ],
});
const values: Record<string, OpenValue> = {
  answerWithin: { amount: 14, maximum: 21, unit: 'CALENDAR_DAYS' },
  authority: [
    { holder: 'service-centre', currency: 'CNY', maximumMinor: '50000', when: '!assessment.media' },
    { holder: 'admin', currency: 'CNY', maximumMinor: null },
  ],
  seats: 3,
  tolerance: '0.05',
  fee: { amountMinor: '100', currency: 'CNY' },
  notice: 'by letter',
  mode: 'fast',
  from: '2026-11-21',
  losses: [{ entry: 'a day of a fitter', amountMinor: '80000', currency: 'CNY' }],
  number: { pattern: '{YYYY}{SERIAL:4}', period: 'YEAR' },
};
const settings = { timeZone: 'Asia/Shanghai', calendar: 'cn', openValues: values };
const filled = (changes: Record<string, unknown>) => ({ ...settings, openValues: { ...values, ...changes } });
const refusalsOf = (given: unknown) => {
  const outcome = checkAdoption(regulation, given);
  return outcome.ok ? [] : outcome.refusals.map(({ code, path = [] }) => `${code} ${path.join('/')}`);
};

describe('an adoption', () => {
  it('fills in values of every type', () => {
    expect(checkAdoption(regulation, settings)).toMatchObject({ ok: true, value: { openValues: values } });
  });

  it.each([
    ['answerWithin', { amount: 0, unit: 'HOURS' }, '/amount'],
    ['answerWithin', { amount: 3, unit: 'FORTNIGHTS' }, '/unit'],
    ['authority', [{ holder: 'service-center', currency: 'CNY', maximumMinor: '1' }], '/0/holder'],
    ['authority', [{ holder: 'admin', currency: 'CNX', maximumMinor: '1' }], '/0/currency'],
    ['authority', [{ holder: 'admin', currency: 'CNY', maximumMinor: '1', when: 'assessment.press' }], '/0/when'],
    ['authority', [{ holder: 'manager', currency: 'CNY', maximumMinor: '999900' }], '/0'],
    ['seats', 'three', ''],
    ['tolerance', '5 %', ''],
    ['fee', { amountMinor: '1.00', currency: 'CNY' }, '/amountMinor'],
    ['notice', '', ''],
    ['mode', 'slow', ''],
    ['from', '2026-02-30', ''],
    ['losses', [{ entry: 'a day', amountMinor: '1' }], '/0/currency'],
  ])('refuses a wrong %s with the path of the mistake', (key, value, within) => {
    expect(refusalsOf(filled({ [key]: value }))).toEqual([
      `REGULATION_OPEN_VALUE_MISTYPED settings/openValues/${key}${within}`,
    ]);
  });

  it('refuses a number pattern that repeats, left open by the text or not', () => {
    const number = { pattern: '{SERIAL:4}', period: 'YEAR' };
    expect(refusalsOf(filled({ number }))).toEqual(['REGULATION_NUMBER_CAN_REPEAT settings/openValues/number']);
  });

  it('refuses a value that nobody asked for, and suggests the one that was meant', () => {
    expect(checkAdoption(regulation, filled({ tolerence: '0.1' }))).toMatchObject({
      ok: false,
      refusals: [{ code: 'REGULATION_OPEN_VALUE_UNKNOWN', facts: { key: 'tolerence', expected: 'tolerance' } }],
    });
  });

  it('tells every mistake at once and accepts nothing of it', () => {
    expect(refusalsOf({ ...filled({ seats: -1, fee: undefined }), calendar: 'mars' })).toEqual([
      'REGULATION_CALENDAR_UNKNOWN settings/calendar',
      'REGULATION_OPEN_VALUE_MISTYPED settings/openValues/seats',
      'REGULATION_OPEN_VALUE_MISSING settings/openValues/fee',
    ]);
  });
});

describe('opening hours and own days', () => {
  const weekly = { MONDAY: [{ from: '09:00', to: '24:00' }] };

  it('are needed as soon as working hours are counted', () => {
    const inHours = filled({ answerWithin: { amount: 2, unit: 'WORKING_HOURS' } });
    expect(refusalsOf(inHours)).toEqual(['REGULATION_OPENING_HOURS_MISSING settings/openingHours']);
    expect(refusalsOf({ ...inHours, openingHours: { weekly } })).toEqual([]);
  });

  it.each([
    ['a window ends before it begins', { weekly: { MONDAY: [{ from: '12:00', to: '09:00' }] } }],
    ['a window ends after midnight', { weekly: { MONDAY: [{ from: '12:00', to: '24:30' }] } }],
    [
      'windows overlap',
      {
        weekly: {
          MONDAY: [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '15:00' },
          ],
        },
      },
    ],
    ['a weekday is misspelt', { weekly: { MONTAG: [{ from: '09:00', to: '12:00' }] } }],
    ['it is never open', { weekly: { MONDAY: [] } }],
    [
      'a date is told twice',
      {
        weekly,
        dates: [
          { date: '2026-01-01', windows: [] },
          { date: '2026-01-01', windows: [] },
        ],
      },
    ],
  ])('are refused when %s', (_, openingHours) => {
    const [refusal = ''] = refusalsOf({ ...settings, openingHours });
    expect(refusal).toMatch(/^REGULATION_SETTINGS_MALFORMED settings\/openingHours/);
  });

  it('change what a working day is, and the version of the calendar that proves it', () => {
    const day = (date: string, working: boolean) => ({ date, working, name: 'Inventory' });
    const outcome = checkAdoption(regulation, {
      ...settings,
      ownDays: [day('2026-11-23', false), day('2026-11-22', true)],
    });
    if (!outcome.ok) throw new Error('the settings are complete');
    const start = new Date('2026-11-20T02:00:00Z'); // a Friday
    const due = dueAt({ amount: 2, unit: 'WORKING_DAYS' }, start, workingTimeOf(outcome.value));
    expect(due.counted.map(({ reason, name }) => `${reason} ${name ?? ''}`)).toEqual([
      'OWN_WORKING_DAY Inventory',
      'WORKING_DAY ',
    ]);
    expect(due.skipped.at(-1)).toMatchObject({ reason: 'OWN_DAY_OFF', name: 'Inventory' });
    expect(due.calendar.version).toMatch(/^[0-9a-f]{12}\+[0-9a-f]{8}$/);
  });

  it('refuse a date that is told twice', () => {
    const ownDays = [
      { date: '2026-11-23', working: false, name: 'x' },
      { date: '2026-11-23', working: true, name: 'x' },
    ];
    expect(refusalsOf({ ...settings, ownDays })).toEqual(['REGULATION_SETTINGS_MALFORMED settings/ownDays']);
  });
});
