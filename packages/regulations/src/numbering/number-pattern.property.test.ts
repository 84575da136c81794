import fc from 'fast-check';
import { aRegulation, someSettings } from '../testing/builders';
import { formatNumber, numberPeriod, patternProblem } from './number-pattern';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const regulation = aRegulation();
const aPart = fc.constantFrom('{YYYY}', '{YY}', '{MM}', '{DD}', '{SERIAL:2}', '{SERIAL:4}', '-', 'TS', '/', '7');
const aNumbering = fc.record({
  pattern: fc.array(aPart, { minLength: 1, maxLength: 7 }).map((parts) => parts.join('')),
  period: fc.constantFrom('DAY' as const, 'MONTH' as const, 'YEAR' as const),
});
const aMoment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }).map((atMs) => new Date(atMs));
const anIssue = fc.record({ at: aMoment, serial: fc.integer({ min: 1, max: 20_000 }) });

describe('numbers', () => {
  it('of an accepted pattern never repeat: a series gives each serial once in each of its periods', () => {
    fc.assert(
      fc.property(aNumbering, anIssue, anIssue, (numbering, one, other) => {
        fc.pre(patternProblem(numbering) === undefined);
        const settings = someSettings({ numbering });
        const issued = (each: typeof one) => `${numberPeriod(regulation, settings, each.at)} ${each.serial.toString()}`;
        fc.pre(issued(one) !== issued(other));
        expect(formatNumber(regulation, settings, one)).not.toBe(formatNumber(regulation, settings, other));
      }),
      { numRuns: 300 },
    );
  });

  it('of a refused pattern that only hides its period do repeat', () => {
    const numbering = { pattern: '{YY}-{SERIAL:2}', period: 'MONTH' as const };
    expect(patternProblem(numbering)).toBeDefined();
    const settings = someSettings({ numbering });
    const inMonth = (month: number) =>
      formatNumber(regulation, settings, { at: new Date(Date.UTC(2026, month, 9)), serial: 1 });
    expect(inMonth(3)).toBe(inMonth(4));
  });
});
