import fc from 'fast-check';
import { DISPOSITIONS, differenceByDisposition, mostWorthOf, totalOf } from './disposition.model';

const quantities = fc.record({
  RESALE: fc.bigInt(0n, 9n),
  REPAIR: fc.bigInt(0n, 9n),
  SCRAP: fc.bigInt(0n, 9n),
  BACK_TO_CUSTOMER: fc.bigInt(0n, 9n),
});

describe('what is worth most of goods that were looked at', () => {
  it('is no more than there is and than is asked for, and leaves what is worth least', () => {
    fc.assert(
      fc.property(quantities, fc.bigInt(0n, 40n), (all, most) => {
        const taken = mostWorthOf(all, most);
        const left = differenceByDisposition(all, taken);
        expect(totalOf(taken)).toBe(totalOf(all) < most ? totalOf(all) : most);
        expect(DISPOSITIONS.every((each) => taken[each] >= 0n && left[each] >= 0n)).toBe(true);
        // Nothing of a kind is taken while something better is left.
        const worst = DISPOSITIONS.findLastIndex((each) => taken[each] > 0n);
        expect(DISPOSITIONS.slice(0, Math.max(worst, 0)).every((each) => left[each] === 0n)).toBe(true);
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
  });
});
