import fc from 'fast-check';
import { allocate, formatAmount, money, parseMoney } from './money';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

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
  const aCurrency = fc.constantFrom('JPY', 'CNY', 'KWD', 'UYW');

  it('always adds up, and gives each part within one minor unit of its share, in currencies of 0, 2, 3 and 4 digits', () => {
    fc.assert(
      fc.property(anAmount, someWeights, aCurrency, (minor, weights, currency) => {
        const allocated = allocate(money(minor, currency), weights);
        const parts = allocated.map((part) => part.amountMinor);
        const sum = weights.reduce((left, right) => left + right, 0n);
        expect(parts.reduce((left, right) => left + right, 0n)).toBe(minor);
        expect(allocated.every((part) => part.currency === currency)).toBe(true);
        parts.forEach((part, index) => {
          const distance = part * sum - minor * (weights[index] ?? 0n);
          expect(distance < sum && distance > -sum).toBe(true);
        });
      }),
    );
  });

  it('gives a zero weight nothing, whatever stands beside it', () => {
    fc.assert(
      fc.property(anAmount, someWeights, fc.nat(12), (minor, weights, place) => {
        const at = place % (weights.length + 1);
        const without = allocate(money(minor, 'CNY'), weights).map((part) => part.amountMinor);
        const padded = [...weights.slice(0, at), 0n, ...weights.slice(at)];
        const parts = allocate(money(minor, 'CNY'), padded).map((part) => part.amountMinor);
        expect(parts).toEqual([...without.slice(0, at), 0n, ...without.slice(at)]);
      }),
    );
  });

  it('gives no later part more than an earlier one of the same weight', () => {
    const fewWeights = fc.array(fc.bigInt({ min: 1n, max: 3n }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10_000n }), fewWeights, (minor, weights) => {
        const parts = allocate(money(minor, 'CNY'), weights).map((part) => part.amountMinor);
        for (const [later, weight] of weights.entries()) {
          const earlier = weights.indexOf(weight);
          expect((parts[earlier] ?? 0n) >= (parts[later] ?? 0n)).toBe(true);
        }
      }),
    );
  });

  it('ends at nothing for any sequence of parts taken in proportion to what is left', () => {
    const shares = fc.array(fc.bigInt({ min: 1n, max: 500n }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(someWeights, shares, aCurrency, (whole, amounts, currency) => {
        let left = [...whole];
        const total = () => left.reduce((sum, part) => sum + part, 0n);
        for (const amount of [...amounts, total()]) {
          const rest = total();
          if (rest === 0n) break;
          const taken = allocate(money(amount > rest ? rest : amount, currency), left);
          left = left.map((part, index) => part - (taken[index]?.amountMinor ?? 0n));
          expect(left.every((part) => part >= 0n)).toBe(true);
        }
        if (total() > 0n)
          left = left.map((part, index) => part - (allocate(money(total(), currency), left)[index]?.amountMinor ?? 0n));
        expect(left.every((part) => part === 0n)).toBe(true);
      }),
    );
  });

  it('mirrors a reversal exactly', () => {
    fc.assert(
      fc.property(anAmount, someWeights, aCurrency, (minor, weights, currency) => {
        const forward = allocate(money(minor, currency), weights).map((part) => part.amountMinor);
        const back = allocate(money(-minor, currency), weights).map((part) => -part.amountMinor);
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
