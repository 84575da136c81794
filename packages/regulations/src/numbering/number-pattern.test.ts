import { formatNumber, numberPeriod } from './number-pattern';

const settings = (pattern: string, period: 'DAY' | 'MONTH' | 'YEAR') => ({
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  numbering: { pattern, period },
  openValues: {},
});

describe('formatNumber', () => {
  const at = new Date('2010-09-11T16:30:00Z'); // 12 September in Shanghai

  it('writes YYMMCC with a monthly serial, and AABBCCDDD as in the furniture maker’s own example', () => {
    expect(formatNumber(settings('{YY}{MM}{SERIAL:2}', 'MONTH'), { at, serial: 7 })).toBe('100907');
    expect(formatNumber(settings('{YY}{MM}{DD}{SERIAL:3}', 'YEAR'), { at, serial: 99 })).toBe('100912099');
  });

  it('widens the number when the serial outgrows its digits', () => {
    expect(formatNumber(settings('{YY}{MM}{SERIAL:2}', 'MONTH'), { at, serial: 100 })).toBe('1009100');
  });

  it('takes the period from the organisation’s local date', () => {
    expect(numberPeriod(settings('{YYYY}{MM}{DD}{SERIAL:3}', 'DAY'), at)).toBe('2010-09-12');
  });
});
