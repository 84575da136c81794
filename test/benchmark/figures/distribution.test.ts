import { median, quantile } from './distribution';

describe('a distribution', () => {
  it('answers its quantiles', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([quantile(values, 0), quantile(values, 0.5), quantile(values, 0.99), quantile(values, 1)]).toEqual([
      1, 51, 100, 100,
    ]);
  });

  it('is not moved in its middle by one disturbed round', () => {
    expect(median([10, 11, 500])).toBe(11);
  });

  it('has none without values', () => {
    expect(() => median([])).toThrow('nothing was measured');
  });
});
