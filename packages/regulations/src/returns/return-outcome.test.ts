import fc from 'fast-check';
import { aLabel, aRegulation, someSettings } from '../testing/builders';
import { returnOutcome } from './return-outcome';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const regulation = aRegulation({
  returnTolerance: { openValue: 'ratio', within: 'POST_RECEIVED', above: 'EXCEPTION', quote: '一定比率以内' },
  openValues: [{ key: 'ratio', type: 'RATIO', label: aLabel('Ratio'), quote: '一定比率' }],
});
const outcome = (authorised: string, received: string, ratio = '0.05') =>
  returnOutcome(regulation, someSettings({ openValues: { ratio } }), { authorised, received });

describe('returnOutcome', () => {
  it.each([
    ['100', '100', 'EQUAL'],
    ['100', '100.00', 'EQUAL'],
    ['100', '99.999', 'LESS'],
    ['100', '0', 'LESS'],
    ['100', '105', 'WITHIN_TOLERANCE'],
    ['100', '105.000000001', 'EXCEPTION'],
    ['0.1', '0.105', 'WITHIN_TOLERANCE'],
    ['0', '0.1', 'EXCEPTION'],
  ])('of %s authorised and %s received is %s', (authorised, received, expected) => {
    expect(outcome(authorised, received)).toBe(expected);
  });

  it('is an exception for anything above what was authorised, where the text grants no tolerance', () => {
    const strict = aRegulation();
    expect(returnOutcome(strict, someSettings(), { authorised: '100', received: '100.1' })).toBe('EXCEPTION');
  });

  it.each(['', '-1', '1e3', 'ten'])('throws for the quantity %j', (received) => {
    expect(() => outcome('1', received)).toThrow(RangeError);
  });

  it('parts all quantities: each lies in exactly one class, in order, at exact borders', () => {
    const thousandths = fc.integer({ min: 0, max: 3_000_000 });
    const text = (value: number) =>
      `${Math.floor(value / 1000).toString()}.${(value % 1000).toString().padStart(3, '0')}`;
    fc.assert(
      fc.property(thousandths, thousandths, fc.integer({ min: 0, max: 100 }), (authorised, received, percent) => {
        const ratio = (percent / 100).toFixed(2);
        const most = BigInt(authorised) * BigInt(100 + percent);
        const expected =
          received === authorised
            ? 'EQUAL'
            : received < authorised
              ? 'LESS'
              : BigInt(received) * 100n <= most
                ? 'WITHIN_TOLERANCE'
                : 'EXCEPTION';
        expect(outcome(text(authorised), text(received), ratio)).toBe(expected);
      }),
    );
  });
});
