import fc from 'fast-check';
import { anEntry } from '../../test-bench/books-office';
import { differenceEntry, worthOfPayment } from './exchange-difference.model';
import { balanced, reversalOf, type JournalEntry, type Posting } from './journal.model';
import { isRate, valued, worthAt } from './valuation.model';

const booking = {
  id: 'r',
  source: { kind: 'SETTLEMENT', id: 's' } as const,
  bookedAt: new Date('2026-11-02T00:00:00Z'),
};
const aRate = fc
  .tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(6, '0')}`)
  .filter(isRate);
const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 8 });

/** An entry of many debits and one credit. */
function manyDebits(currency: string, parts: readonly bigint[]): JournalEntry {
  const total = parts.reduce((sum, part) => sum + part, 0n);
  return anEntry('2026-11-02T00:00:00Z', total, {
    currency,
    postings: [
      ...parts.map((amountMinor): Posting => ({ account: 'SALES_RETURNS', side: 'DEBIT', amountMinor })),
      { account: 'PAYABLES_TO_COMPLAINANTS', side: 'CREDIT', amountMinor: total },
    ],
  });
}

const worthOf = ({ postings }: JournalEntry, side: string) =>
  postings.filter((posting) => posting.side === side).reduce((sum, { baseMinor = 0n }) => sum + baseMinor, 0n);

describe('the worth in the base currency', () => {
  it.each([
    [100n, 'USD', 'CNY', '7.1', 710n],
    [1n, 'USD', 'CNY', '7.25', 7n],
    [2n, 'USD', 'CNY', '7.25', 15n],
    [100n, 'JPY', 'CNY', '0.048', 480n],
    [1_000n, 'KWD', 'CNY', '23.4', 2_340n],
    [-2n, 'USD', 'CNY', '7.25', -15n],
    [100n, 'CNY', 'JPY', '20.5', 21n],
  ])('of %s %s in %s at %s is %s', (minor, currency, base, rate, worth) => {
    expect(worthAt(minor, currency, { currency: base, rate })).toBe(worth);
  });

  it('balances, whatever the parts and the rate', () => {
    fc.assert(
      fc.property(amounts, aRate, fc.constantFrom('JPY', 'USD', 'KWD', 'UYW'), (parts, rate, currency) => {
        const entry = balanced(valued(manyDebits(currency, parts), { currency: 'CNY', rate }));
        expect(worthOf(entry, 'DEBIT')).toBe(worthOf(entry, 'CREDIT'));
      }),
      { seed: 20261122 },
    );
  });

  it('lesson 38: a reversal mirrors the stored amounts and worths, and computes nothing again', () => {
    fc.assert(
      fc.property(amounts, aRate, (parts, rate) => {
        const entry = valued(manyDebits('USD', parts), { currency: 'CNY', rate });
        const reversal = reversalOf(entry, booking);
        expect(reversal.postings).toEqual(
          entry.postings.map((posting) => ({ ...posting, side: posting.side === 'DEBIT' ? 'CREDIT' : 'DEBIT' })),
        );
        expect(reversal.valuation).toEqual(entry.valuation);
      }),
      { seed: 20261122 },
    );
  });

  it('lesson 39: a rounding line is carried into the reversal, and an entry without one is reversed without one', () => {
    const rounded = anEntry('2026-11-02T00:00:00Z', 100, {
      postings: [
        { account: 'SALES_ALLOWANCES', side: 'DEBIT', amountMinor: 99n },
        { account: 'ROUNDING', side: 'DEBIT', amountMinor: 1n },
        { account: 'PAYABLES_TO_COMPLAINANTS', side: 'CREDIT', amountMinor: 100n },
      ],
    });
    expect(reversalOf(rounded, booking).postings).toContainEqual({
      account: 'ROUNDING',
      side: 'CREDIT',
      amountMinor: 1n,
    });
    const plain = anEntry('2026-11-02T00:00:00Z', 100);
    expect(reversalOf(plain, booking).postings.map(({ account }) => account)).not.toContain('ROUNDING');
  });

  it('lesson 40: at another day’s rate the difference is an entry of its own, and the booked amounts stay', () => {
    const approval = valued(manyDebits('USD', [60n, 40n]), { currency: 'CNY', rate: '7.0' });
    expect(worthOf(reversalOf(approval, booking), 'CREDIT')).toBe(700n);
    expect(differenceEntry(approval, '7.2', booking)).toMatchObject({
      kind: 'EXCHANGE_DIFFERENCE',
      currency: 'CNY',
      postings: [
        { account: 'EXCHANGE_DIFFERENCES', side: 'DEBIT', amountMinor: 20n },
        { account: 'EXCHANGE_VALUATION', subaccount: 'USD', side: 'CREDIT', amountMinor: 20n },
      ],
    });
    expect(differenceEntry(approval, '6.9', booking)?.postings[0]).toMatchObject({
      account: 'EXCHANGE_VALUATION',
      side: 'DEBIT',
      amountMinor: 10n,
    });
    expect(differenceEntry(approval, '7.00', booking)).toBeUndefined();
  });

  it('is taken by payments in shares that are none below nothing and come to all of it, however small they are', () => {
    const parts = fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(parts, fc.bigInt({ min: 1n, max: 10n ** 9n }), (payments, baseMinor) => {
        const debt = { amountMinor: payments.reduce((sum, part) => sum + part, 0n), baseMinor };
        let paid = { amountMinor: 0n, baseMinor: 0n };
        for (const amountMinor of payments) {
          const worth = worthOfPayment(debt, paid, amountMinor);
          expect(worth).toBeGreaterThanOrEqual(0n);
          paid = { amountMinor: paid.amountMinor + amountMinor, baseMinor: paid.baseMinor + worth };
        }
        expect(paid).toEqual(debt);
      }),
      { seed: 20261122 },
    );
  });

  it.each(['0', '', '-1', '1.', '1e3', '1.1234567890123'])('does not take %p for a rate', (text) => {
    expect(isRate(text)).toBe(false);
  });
});
