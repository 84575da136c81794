import fc from 'fast-check';
import { allocate, formatAmount, money, parseMoney } from './money';

const anAmount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const someWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0n));

describe('money', () => {
  it.each([
    ['JPY', 1250n, '1250'],
    ['CNY', 5n, '0.05'],
    ['KWD', -1234n, '-1.234'],
    ['UYW', 10000n, '1.0000'],
  ])('writes %s with the digits of its minor unit', (currency, minor, text) => {
    expect(formatAmount(money(minor, currency))).toBe(text);
  });

  it('reads back what it writes, in currencies of 0, 2, 3 and 4 digits', () => {
    fc.assert(
      fc.property(anAmount, fc.constantFrom('JPY', 'CNY', 'KWD', 'UYW'), (minor, currency) => {
        expect(parseMoney(formatAmount(money(minor, currency)), currency)).toEqual(money(minor, currency));
      }),
    );
  });

  it.each(['', '1e3', '1,5', '0x10', 'NaN', '1.234', ' 1', '+1', '١'])(
    'does not read %p as an amount of CNY',
    (text) => {
      expect(parseMoney(text, 'CNY')).toBeUndefined();
    },
  );
});

describe('allocate', () => {
  it('always adds up, and gives each part within one minor unit of its share', () => {
    fc.assert(
      fc.property(anAmount, someWeights, (minor, weights) => {
        const parts = allocate(money(minor, 'CNY'), weights).map((part) => part.amountMinor);
        const sum = weights.reduce((left, right) => left + right, 0n);
        expect(parts.reduce((left, right) => left + right, 0n)).toBe(minor);
        parts.forEach((part, index) => {
          const distance = part * sum - minor * (weights[index] ?? 0n);
          expect(distance < sum && distance > -sum).toBe(true);
        });
      }),
    );
  });

  it('mirrors a reversal exactly', () => {
    fc.assert(
      fc.property(anAmount, someWeights, (minor, weights) => {
        const forward = allocate(money(minor, 'CNY'), weights).map((part) => part.amountMinor);
        const back = allocate(money(-minor, 'CNY'), weights).map((part) => -part.amountMinor);
        expect(back).toEqual(forward);
      }),
    );
  });

  it('gives the odd minor unit to the earlier of equal parts, and nothing to a zero weight', () => {
    expect(allocate(money(100n, 'CNY'), [1n, 0n, 1n, 1n]).map((part) => part.amountMinor)).toEqual([34n, 0n, 33n, 33n]);
  });

  it.each([[[]], [[0n, 0n]], [[1n, -1n]]])('refuses weights %p', (weights) => {
    expect(() => allocate(money(1n, 'CNY'), weights)).toThrow(RangeError);
  });
});
