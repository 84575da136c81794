import { aLabel, aRegulation, someSettings } from '../testing/builders';
import { formatNumber, numberPeriod } from './number-pattern';

const regulation = aRegulation();
const settings = (pattern: string, period: 'DAY' | 'MONTH' | 'YEAR') =>
  someSettings({ numbering: { pattern, period } });

describe('formatNumber', () => {
  const at = new Date('2010-09-11T16:30:00Z'); // 12 September in Shanghai

  it('writes YYMMCC with a monthly serial, and AABBCCDDD as in the furniture maker’s own example', () => {
    expect(formatNumber(regulation, settings('{YY}{MM}{SERIAL:2}', 'MONTH'), { at, serial: 7 })).toBe('100907');
    expect(formatNumber(regulation, settings('{YY}{MM}{DD}{SERIAL:3}', 'YEAR'), { at, serial: 99 })).toBe('100912099');
  });

  it('widens the number when the serial outgrows its digits', () => {
    expect(formatNumber(regulation, settings('{YY}{MM}{SERIAL:2}', 'MONTH'), { at, serial: 100 })).toBe('1009100');
  });

  it('takes the period from the organisation’s local date', () => {
    expect(numberPeriod(regulation, settings('{YYYY}{MM}{DD}{SERIAL:3}', 'DAY'), at)).toBe('2010-09-12');
  });

  it('writes the number that the text prescribes, or that fills the place which it leaves open', () => {
    const own = settings('OWN{YYYY}{SERIAL:1}', 'YEAR');
    const prescribed = aRegulation({ numbering: { pattern: '{YY}{MM}{SERIAL:2}', period: 'MONTH', quote: 'YYMMCC' } });
    expect(formatNumber(prescribed, own, { at, serial: 7 })).toBe('100907');
    expect(numberPeriod(prescribed, own, at)).toBe('2010-09');
    const open = aRegulation({
      openValues: [{ key: 'number', type: 'NUMBERING', label: aLabel('Number'), quote: null }],
    });
    const filled = { ...own, openValues: { number: { pattern: '{YYYY}-{SERIAL:3}', period: 'YEAR' as const } } };
    expect(formatNumber(open, filled, { at, serial: 7 })).toBe('2010-007');
  });
});
