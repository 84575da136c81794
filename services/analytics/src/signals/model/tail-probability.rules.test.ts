import fc from 'fast-check';
import { believed } from './false-discovery.rules';
import { lowerGamma, upperGamma } from './gamma-function.rules';
import { pChartLimits, SMALL_COUNT, TAIL, uChartLimits } from './control-limits.rules';
import { EWMA_WEIGHT, movingAverage } from './moving-average.rules';
import {
  binomialAtLeast,
  binomialAtMost,
  gammaAtLeast,
  markedAtLeast,
  poissonAtLeast,
  poissonAtMost,
} from './tail-probability.rules';

const SEED = { seed: 20_261_122, numRuns: 300 };
const mean = fc.double({ min: 0.01, max: 400, noNaN: true });
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

/** The chance of exactly `count`, term by term: slow, and written otherwise than what it checks. */
function poissonTerms(most: number, expected: number): number[] {
  const terms = [Math.exp(-expected)];
  for (let k = 1; k <= most; k += 1) terms.push(((terms[k - 1] ?? 0) * expected) / k);
  return terms;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('chances of so much or more', () => {
  it.each([
    [poissonAtLeast(3, 1), 0.080301397071394],
    [poissonAtLeast(10, 2), 4.6498075e-5],
    [poissonAtLeast(150, 100), 1.884210466e-6],
    [binomialAtLeast(3, 10, 0.1), 0.0701908264],
    [binomialAtLeast(60, 100, 0.5), 0.02844396682049],
    [markedAtLeast(4, { population: 8, marked: 4, drawn: 4 }), 1 / 70],
    [gammaAtLeast(2, 1, 1), Math.exp(-2)],
  ])('%p is what tables say, %p', (found, known) => {
    expect(Math.abs(found / known - 1)).toBeLessThan(1e-4);
  });

  it('are the sums of the single chances of Poisson', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 60, noNaN: true }),
        fc.integer({ min: 1, max: 120 }),
        (expected, count) => {
          const below = sumOf(poissonTerms(count - 1, expected));
          expect(Math.abs(poissonAtLeast(count, expected) - (1 - below))).toBeLessThan(1e-9);
        },
      ),
      SEED,
    );
  });

  it('add up to one with those of less', () => {
    fc.assert(
      fc.property(mean, share, fc.integer({ min: 0, max: 500 }), (expected, p, count) => {
        expect(poissonAtLeast(count, expected) + poissonAtMost(count - 1, expected)).toBeCloseTo(1, 9);
        expect(binomialAtLeast(count, 500, p) + binomialAtMost(count - 1, 500, p)).toBeCloseTo(1, 9);
        expect(lowerGamma(count + 1, expected) + upperGamma(count + 1, expected)).toBeCloseTo(1, 9);
      }),
      SEED,
    );
  });

  it('fall as the count grows and stay chances', () => {
    fc.assert(
      fc.property(mean, share, fc.integer({ min: 0, max: 300 }), (expected, p, count) => {
        const draw = { population: 700, marked: Math.round(700 * p), drawn: 300 };
        for (const chance of [
          (n: number) => poissonAtLeast(n, expected),
          (n: number) => binomialAtLeast(n, 300, p),
          (n: number) => markedAtLeast(n, draw),
        ]) {
          expect(chance(count)).toBeGreaterThanOrEqual(0);
          expect(chance(count)).toBeLessThanOrEqual(1 + 1e-12);
          expect(chance(count + 1)).toBeLessThanOrEqual(chance(count) + 1e-12);
        }
      }),
      SEED,
    );
  });

  it('of drawing come near those of trials where the population is large', () => {
    expect(markedAtLeast(15, { population: 1e7, marked: 1e6, drawn: 100 })).toBeCloseTo(
      binomialAtLeast(15, 100, 0.1),
      5,
    );
  });
});

describe('control limits', () => {
  it('leave no more than the tail beyond them where counts are small', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: SMALL_COUNT - 0.01, noNaN: true }), share, (expected, p) => {
        const u = uChartLimits(expected, 1);
        expect(poissonAtLeast(Math.floor(u.upper) + 1, expected)).toBeLessThanOrEqual(TAIL);
        expect(poissonAtLeast(Math.floor(u.upper), expected)).toBeGreaterThan(TAIL);
        const small = pChartLimits(p, 4);
        expect(binomialAtLeast(Math.floor(small.upper) + 1, 4, p)).toBeLessThanOrEqual(TAIL);
      }),
      SEED,
    );
  });

  it('are three deviations away where counts are large', () => {
    expect(uChartLimits(2, 50)).toEqual({ expected: 100, lower: 70, upper: 130 });
    expect(pChartLimits(0.5, 100)).toEqual({ expected: 50, lower: 35, upper: 65 });
  });

  it('hold what is expected between them, and widen with the dispersion', () => {
    fc.assert(
      fc.property(mean, share, fc.integer({ min: 1, max: 400 }), (rate, p, size) => {
        for (const limits of [(d: number) => uChartLimits(rate, 1, d), (d: number) => pChartLimits(p, size, d)]) {
          const { lower, expected, upper } = limits(1);
          expect(lower).toBeLessThanOrEqual(expected);
          expect(upper).toBeGreaterThanOrEqual(expected);
          expect(limits(1.5).upper).toBeGreaterThanOrEqual(upper);
        }
        expect(pChartLimits(p, size).upper).toBeLessThanOrEqual(size);
      }),
      SEED,
    );
  });
});

describe('the moving average', () => {
  it('has the exact variance of its formula where all points are alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 }),
        mean,
        (values, variance) => {
          const averages = movingAverage(
            values.map((value) => ({ value, variance })),
            10,
          );
          averages.forEach((average, index) => {
            const factor = (EWMA_WEIGHT / (2 - EWMA_WEIGHT)) * (1 - (1 - EWMA_WEIGHT) ** (2 * (index + 1)));
            expect(average.variance / (variance * factor)).toBeCloseTo(1, 9);
          });
        },
      ),
      SEED,
    );
  });

  it('stays at the centre as long as every point lies there, whatever their exposure', () => {
    const averages = movingAverage(
      [
        { value: 3, variance: 1 },
        { value: 3, variance: 9 },
      ],
      3,
    );
    averages.forEach(({ value }) => expect(value).toBeCloseTo(3, 12));
  });
});

describe('believing findings', () => {
  it('believes as Benjamini and Hochberg do, on their own example', () => {
    const found = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(believed(found, 0.05).filter(Boolean)).toHaveLength(4);
  });

  it('believes everything that is less likely chance than what it believes', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 }), (found) => {
        const believes = believed(found, 0.05);
        const least = Math.min(...found.filter((_, index) => believes[index] !== true), 2);
        expect(found.every((each, index) => believes[index] !== true || each <= least)).toBe(true);
        // Never more careful than Bonferroni.
        expect(found.every((each, index) => each > 0.05 / found.length || believes[index] === true)).toBe(true);
      }),
      SEED,
    );
  });

  it('believes nothing of nothing', () => {
    expect(believed([], 0.05)).toEqual([]);
  });
});
