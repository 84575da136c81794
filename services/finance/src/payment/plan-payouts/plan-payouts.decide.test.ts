import { money } from '@redress/kernel';
import fc from 'fast-check';
import { aSettlement } from '../../settlement/model/settlement.builder';
import type { Settlement } from '../../settlement/model/settlement.model';
import { spreadRefund, type OriginalPayment } from '../model/original-payment.model';
import { planPayouts, type PayoutWays } from './plan-payouts.decide';

const anOriginal = (id: string, paid: bigint, changes: Partial<OriginalPayment> = {}): OriginalPayment => ({
  ...{ id, provider: 'simulator', reference: `ref-${id}`, paidMinor: paid, refundedMinor: 0n },
  ...changes,
});
const waysOver = (...originals: readonly OriginalPayment[]): PayoutWays => ({
  originals: new Map([['O-1', originals]]),
  isConfigured: (provider) => provider === 'simulator',
  fallback: { means: 'BANK_TRANSFER', provider: 'bank-transfer' },
});

describe('a refund over several original payments', () => {
  it('lesson 32: loses no remainder and asks for no amount of zero', () => {
    const amounts = fc.bigInt({ min: 1n, max: 10n ** 12n });
    const originals = fc.array(fc.tuple(amounts, fc.bigInt({ min: 0n, max: 10n ** 12n })), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, originals, (amount, paid) => {
        const known = paid.map(([paidMinor, refundedMinor], index) =>
          anOriginal(String(index), paidMinor, { refundedMinor }),
        );
        const { shares, restMinor } = spreadRefund(amount, known);
        expect(shares.reduce((sum, { amountMinor }) => sum + amountMinor, restMinor)).toBe(amount);
        expect(shares.every(({ amountMinor }) => amountMinor > 0n)).toBe(true);
        for (const { original, amountMinor } of shares) {
          expect(amountMinor).toBeLessThanOrEqual(original.paidMinor - original.refundedMinor);
        }
        const left = known.reduce(
          (sum, { paidMinor, refundedMinor }) => (paidMinor > refundedMinor ? sum + paidMinor - refundedMinor : sum),
          0n,
        );
        expect(restMinor).toBe(amount > left ? amount - left : 0n);
      }),
      { seed: 1753 },
    );
  });

  it('takes the payments in their order, and of each only what is left', () => {
    const { shares, restMinor } = spreadRefund(90n, [
      anOriginal('a', 50n, { refundedMinor: 20n }),
      anOriginal('b', 40n, { refundedMinor: 40n }),
      anOriginal('c', 100n),
    ]);
    expect(shares.map(({ original, amountMinor }) => [original.id, amountMinor])).toEqual([
      ['a', 30n],
      ['c', 60n],
    ]);
    expect(restMinor).toBe(0n);
  });
});

describe('the plan of payouts', () => {
  const part = (changes: object) => ({
    ...aSettlement().parts[0],
    ...{ part: 1, instrument: 'REFUND' as const, amount: money(100n, 'CNY'), payee: 'customer', draws: [] },
    subject: { orderNumber: 'O-1', lineNumber: 1 },
    ...changes,
  });
  const settlementOf = (...parts: Settlement['parts']): Settlement => aSettlement({ customerId: 'customer', parts });

  it('sends a refund back through the payments of its order, and the rest the organisation’s own way', () => {
    const plan = planPayouts(settlementOf(part({ amount: money(100n, 'CNY') })), waysOver(anOriginal('a', 70n)));
    expect(plan).toEqual([
      {
        ...{ means: 'PROVIDER', provider: 'simulator', beneficiary: 'customer', amountMinor: 70n },
        ...{ originalPaymentId: 'a', originalReference: 'ref-a' },
      },
      { means: 'BANK_TRANSFER', provider: 'bank-transfer', beneficiary: 'customer', amountMinor: 30n },
    ]);
  });

  it('does not go back through a provider that is not configured', () => {
    const plan = planPayouts(settlementOf(part({})), waysOver(anOriginal('a', 100n, { provider: 'gone' })));
    expect(plan).toMatchObject([{ means: 'BANK_TRANSFER', amountMinor: 100n }]);
  });

  it('keeps each payee, sums what one payee is owed, and gives store credit as such', () => {
    const plan = planPayouts(
      settlementOf(
        part({ part: 1, instrument: 'COMPENSATION', amount: money(5n, 'CNY') }),
        part({ part: 2, instrument: 'COMPENSATION', amount: money(7n, 'CNY'), payee: 'helper' }),
        part({ part: 3, instrument: 'REFUND', amount: money(11n, 'CNY'), payee: 'helper' }),
        part({ part: 4, instrument: 'STORE_CREDIT', amount: money(13n, 'CNY') }),
      ),
      waysOver(anOriginal('a', 1000n)),
    );
    expect(plan.map(({ means, beneficiary, amountMinor }) => [means, beneficiary, amountMinor])).toEqual([
      ['BANK_TRANSFER', 'customer', 5n],
      ['BANK_TRANSFER', 'helper', 18n],
      ['STORE_CREDIT', 'customer', 13n],
    ]);
  });

  it('comes to the settlement’s amount whatever its parts and the payments of its order are', () => {
    const anyPart = fc.record({
      instrument: fc.constantFrom('REFUND', 'RETURN', 'COMPENSATION', 'STORE_CREDIT', 'ALLOWANCE' as const),
      amount: fc.bigInt({ min: 1n, max: 10_000n }).map((minor) => money(minor, 'CNY')),
      payee: fc.constantFrom('customer', 'helper'),
    });
    const paid = fc.array(fc.bigInt({ min: 1n, max: 10_000n }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 6 }), paid, (parts, payments) => {
        const plan = planPayouts(
          settlementOf(...parts.map((each) => part(each))),
          waysOver(...payments.map((minor, index) => anOriginal(String(index), minor))),
        );
        const owed = parts.reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
        expect(plan.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(owed);
        expect(plan.every(({ amountMinor }) => amountMinor > 0n)).toBe(true);
      }),
      { seed: 2302 },
    );
  });
});
