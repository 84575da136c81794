import fc from 'fast-check';
import { money } from '@redress/kernel';
import { instalmentsOf, spreadOverInstalments, type Instalment } from './instalment.model';
import type { PlannedPayout } from './planned-payout.model';

const CURRENCIES = ['JPY', 'CNY', 'KWD', 'UYW'] as const;
const planOf = (weights: readonly number[]): Instalment[] =>
  weights.map((weight, index) => ({
    ...{ number: index + 1, weight: BigInt(weight) },
    dueOn: new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10),
  }));
const sumOf = (amounts: readonly { readonly amount: { readonly amountMinor: bigint } }[]): bigint =>
  amounts.reduce((sum, { amount }) => sum + amount.amountMinor, 0n);

const anyCase = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  weights: fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 60 }),
  minors: fc.array(fc.bigInt({ min: 1n, max: 10_000_000n }), { minLength: 1, maxLength: 8 }),
  credited: fc.boolean(),
});

describe('instalments', () => {
  it('give the first days what does not divide', () => {
    expect(instalmentsOf(planOf([1, 1, 1]), money(10_000n, 'CNY')).map(({ amount }) => amount.amountMinor)).toEqual([
      3334n,
      3333n,
      3333n,
    ]);
    expect(instalmentsOf([], money(1n, 'CNY'))).toEqual([]);
  });

  it('come to the amount, day by day and payment by payment, in every currency', () => {
    fc.assert(
      fc.property(anyCase, ({ currency, weights, minors, credited }) => {
        const payouts = minors.map((minor, index): PlannedPayout => {
          const route = credited && index === minors.length - 1 ? 'RECEIVABLE' : 'PROVIDER';
          const amount = money(minor, currency);
          return { means: route, provider: 'x', beneficiary: 'c', originalPaymentId: String(index), amount };
        });
        const due = instalmentsOf(planOf(weights), money(sumOf(payouts), currency));
        const spread = spreadOverInstalments(payouts, due);
        expect(sumOf(due)).toBe(sumOf(payouts));
        expect(spread.every(({ amount }) => amount.amountMinor > 0n)).toBe(true);
        for (const { number, dueOn, amount } of due) {
          const own = spread.filter(({ instalment }) => instalment === number);
          expect(sumOf(own)).toBe(amount.amountMinor);
          expect(own.every(({ notBefore }) => notBefore === dueOn)).toBe(true);
        }
        for (const { originalPaymentId: id, amount } of payouts) {
          expect(sumOf(spread.filter(({ originalPaymentId }) => originalPaymentId === id))).toBe(amount.amountMinor);
        }
        // What was taken off receivables comes first, since that has happened already.
        if (credited) expect(spread[0]?.means).toBe('RECEIVABLE');
        expect(spread.length).toBeLessThan(weights.length + minors.length);
      }),
      { seed: 260_122, numRuns: 300 },
    );
  });

  it('are a bug when payments come to more or less', () => {
    const due = instalmentsOf(planOf([1, 1]), money(100n, 'CNY'));
    const payout = (minor: bigint): PlannedPayout => ({
      ...{ means: 'MANUAL', provider: 'manual', beneficiary: 'c', amount: money(minor, 'CNY') },
    });
    expect(() => spreadOverInstalments([payout(99n)], due)).toThrow('less');
    expect(() => spreadOverInstalments([payout(101n)], due)).toThrow('more');
  });
});
