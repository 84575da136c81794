import { findRegulation } from '../regulation/regulation-file';
import { checkAdoption } from './check-adoption';

const regulation = findRegulation('company-24h-3wd-7wd');
if (regulation === undefined) throw new Error('the regulation ships with the package');

const complete = {
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  numbering: { pattern: '{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' },
  openValues: {
    followUpWithin: { amount: 7, unit: 'CALENDAR_DAYS' },
    authority: [{ holder: 'supervisor', currency: 'CNY', maximumMinor: '100000' }],
  },
};

const codeOf = (settings: unknown): string | undefined => {
  const outcome = checkAdoption(regulation, settings);
  return outcome.ok ? undefined : outcome.refusals[0]?.code;
};

describe('checkAdoption', () => {
  it('accepts settings in which every open value is filled', () => {
    expect(checkAdoption(regulation, complete)).toEqual({ ok: true, value: complete });
  });

  it('accepts authority that was filled in when only roles could hold it', () => {
    const authority = [{ role: 'supervisor', currency: 'CNY', maximumMinor: '100000' }];
    const before = { ...complete, openValues: { ...complete.openValues, authority } };
    expect(checkAdoption(regulation, before)).toEqual({ ok: true, value: complete });
  });

  it.each([
    [
      'an open value is missing',
      { ...complete, openValues: { authority: complete.openValues.authority } },
      'REGULATION_OPEN_VALUE_MISSING',
    ],
    [
      'a duration stands where a matrix belongs',
      { ...complete, openValues: { ...complete.openValues, authority: { amount: 1, unit: 'HOURS' } } },
      'REGULATION_OPEN_VALUE_MISTYPED',
    ],
    [
      'the matrix is empty',
      { ...complete, openValues: { ...complete.openValues, authority: [] } },
      'REGULATION_OPEN_VALUE_MISTYPED',
    ],
    ['the calendar is unknown', { ...complete, calendar: 'mars' }, 'REGULATION_CALENDAR_UNKNOWN'],
    ['the time zone is unknown', { ...complete, timeZone: 'Mars/Olympus' }, 'REGULATION_SETTINGS_MALFORMED'],
    ['the settings are no object', 'yes', 'REGULATION_SETTINGS_MALFORMED'],
    [
      'a monthly series does not show its month',
      { ...complete, numbering: { pattern: '{YYYY}-{SERIAL:5}', period: 'MONTH' } },
      'REGULATION_NUMBER_CAN_REPEAT',
    ],
    [
      'a pattern has no serial',
      { ...complete, numbering: { pattern: '{YYYY}{MM}', period: 'MONTH' } },
      'REGULATION_NUMBER_CAN_REPEAT',
    ],
    [
      'a pattern has an unknown field',
      { ...complete, numbering: { pattern: '{WEEK}{YYYY}{MM}{SERIAL:2}', period: 'MONTH' } },
      'REGULATION_NUMBER_CAN_REPEAT',
    ],
  ])('refuses when %s', (_, settings, code) => {
    expect(codeOf(settings)).toBe(code);
  });
});
