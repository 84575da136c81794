import fc from 'fast-check';
import { effectOf } from './effect.rules';
import type { Measured } from './improvement-point.model';

const SEED = { seed: 20_261_122, numRuns: 300 };
const window = (observed: number, exposure: number): Measured => ({
  ...{ from: '2026-01-01', to: '2026-01-29', observed, exposure },
});
const count = fc.integer({ min: 0, max: 300 });

describe('the effect of a measure', () => {
  it('is a fall of three quarters that is no chance', () => {
    expect(effectOf('COMPLAINTS', window(56, 14), window(14, 14))).toMatchObject({
      ...{ changePercent: -75, significant: true },
    });
  });

  it('is not significant where there is too little to tell', () => {
    expect(effectOf('COMPLAINTS', window(3, 28), window(1, 28)).significant).toBe(false);
    expect(effectOf('VALID_SHARE', window(3, 4), window(1, 4)).significant).toBe(false);
  });

  it('has no change in percent where there was nothing before', () => {
    expect(effectOf('COMPLAINTS', window(0, 28), window(9, 28))).not.toHaveProperty('changePercent');
  });

  it('is as likely chance whichever window comes first, and a chance', () => {
    fc.assert(
      fc.property(count, count, (one, other) => {
        for (const [figure, exposure] of [
          ['COMPLAINTS', 28],
          ['DISPUTED_SHARE', 300],
        ] as const) {
          const forth = effectOf(figure, window(one, exposure), window(other, exposure));
          const back = effectOf(figure, window(other, exposure), window(one, exposure));
          expect(forth.probability).toBeCloseTo(back.probability, 9);
          expect(forth.probability).toBeGreaterThanOrEqual(0);
          expect(forth.probability).toBeLessThanOrEqual(1);
          if (one === other) expect(forth).toMatchObject({ significant: false });
        }
      }),
      SEED,
    );
  });
});
