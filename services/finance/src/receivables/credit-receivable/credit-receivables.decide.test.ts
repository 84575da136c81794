import fc from 'fast-check';
import { money } from '@redress/kernel';
import { aSettlement } from '../../settlement/model/settlement.builder';
import type { Receivable } from '../model/receivable.model';
import { creditReceivables } from './credit-receivables.decide';

const aReceivable = (id: string, amountMinor: bigint, currency = 'CNY'): Receivable => ({
  ...{ id, customerId: 'customer', documentNumber: id, orderNumber: 'O-1', amount: money(amountMinor, currency) },
  ...{ paidMinor: 0n, creditedMinor: 0n, disputedMinor: 0n, issuedOn: '2026-09-01', dueOn: '2026-10-01' },
  ...{ salesperson: 's', registeredBy: 'f', registeredAt: new Date('2026-09-01T00:00:00Z'), version: 1 },
});
const part = (changes: object) => ({
  ...{ part: 1, instrument: 'ALLOWANCE' as const, amount: money(100n, 'CNY'), payee: 'customer', draws: [] },
  subject: { orderNumber: 'O-1', lineNumber: 1 },
  ...changes,
});
const settlementOf = (...parts: ReturnType<typeof part>[]) => {
  const total = parts.reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
  return aSettlement({ customerId: 'customer', parts, amount: money(total, 'CNY') });
};

describe('what a settlement takes off receivables', () => {
  it('and what is paid out come to the settlement, and no receivable falls below nothing, whatever both are', () => {
    const anyPart = fc.record({
      instrument: fc.constantFrom('ALLOWANCE', 'PRICE_REDUCTION', 'REFUND', 'COMPENSATION' as const),
      amount: fc.bigInt({ min: 1n, max: 1_000n }).map((minor) => money(minor, 'CNY')),
      payee: fc.constantFrom('customer', 'helper'),
    });
    const opens = fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 6 }), opens, (parts, amounts) => {
        const settlement = settlementOf(...parts.map((each) => part(each)));
        const receivables = amounts.map((minor, index) => aReceivable(String(index), minor));
        const { credits, creditedMinor, rest } = creditReceivables(settlement, new Map([['O-1', receivables]]));
        expect(rest.amount.amountMinor + creditedMinor).toBe(settlement.amount.amountMinor);
        expect(rest.parts.reduce((sum, { amount }) => sum + amount.amountMinor, 0n)).toBe(rest.amount.amountMinor);
        expect(rest.parts.every(({ amount }) => amount.amountMinor > 0n)).toBe(true);
        for (const { receivable, amountMinor } of credits) {
          expect(amountMinor > 0n && amountMinor <= receivable.amount.amountMinor).toBe(true);
        }
        const due = parts
          .filter(
            ({ instrument, payee }) => payee === 'customer' && ['ALLOWANCE', 'PRICE_REDUCTION'].includes(instrument),
          )
          .reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
        const open = amounts.reduce((sum, each) => sum + each, 0n);
        expect(creditedMinor).toBe(due < open ? due : open);
      }),
      { seed: 20261122 },
    );
  });

  it('does not touch a receivable in another currency, or of another order', () => {
    const settlement = settlementOf(part({}));
    expect(creditReceivables(settlement, new Map([['O-1', [aReceivable('a', 500n, 'USD')]]])).creditedMinor).toBe(0n);
    expect(creditReceivables(settlement, new Map([['O-2', [aReceivable('a', 500n)]]])).creditedMinor).toBe(0n);
  });
});
