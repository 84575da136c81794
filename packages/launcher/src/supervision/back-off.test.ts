import { createBackOff } from './back-off';

const limits = { firstMs: 100, longestMs: 1_000, healthyAfterMs: 5_000 };

describe('back-off', () => {
  it('doubles up to its longest wait', () => {
    const backOff = createBackOff(limits);
    expect([0, 0, 0, 0, 0, 0].map((lived) => backOff.next(lived))).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  });

  it('begins again after the part was healthy for a while', () => {
    const backOff = createBackOff(limits);
    backOff.next(0);
    backOff.next(0);
    expect(backOff.next(5_000)).toBe(100);
    expect(backOff.next(4_999)).toBe(200);
  });
});
