import { money } from '@redress/kernel';
import type { PurchaseContent } from './register-purchase.command';
import { checkPurchase } from './register-purchase.decide';

const now = new Date('2026-11-02T08:00:00.000Z');

function anOrder(changes: Partial<PurchaseContent> = {}): PurchaseContent {
  return {
    orderNumber: 'O-1',
    placedAt: new Date('2026-10-01T08:00:00.000Z'),
    currency: 'CNY',
    lines: [aLine(1), aLine(2)],
    payments: [{ provider: 'card', reference: 'ch_1', amount: money(5000n, 'CNY') }],
    ...changes,
  };
}

function aLine(lineNumber: number, changes: Partial<PurchaseContent['lines'][number]> = {}) {
  return { lineNumber, description: 'jacket', quantity: '1', paid: money(2500n, 'CNY'), ...changes };
}

const refusalsOf = (changes: Partial<PurchaseContent>) => {
  const outcome = checkPurchase(anOrder(changes), now);
  return outcome.ok ? [] : outcome.refusals.map(({ code, path }) => [code, path?.slice(1).join('.')]);
};

describe('register purchase', () => {
  it('takes an order in its plain form: trimmed, lines in order', () => {
    const outcome = checkPurchase(anOrder({ orderNumber: ' O-1 ', lines: [aLine(2), aLine(1)] }), now);
    expect(outcome).toMatchObject({
      ok: true,
      value: { orderNumber: 'O-1', lines: [{ lineNumber: 1 }, { lineNumber: 2 }] },
    });
  });

  it('takes a line that cost nothing, and one of a fraction', () => {
    expect(refusalsOf({ lines: [aLine(1, { paid: money(0n, 'CNY'), quantity: '0.125' })] })).toEqual([]);
  });

  it('names everything that is wrong at once, where it stands in the input', () => {
    expect(
      refusalsOf({
        orderNumber: ' ',
        placedAt: new Date('2026-11-03T00:00:00Z'),
        lines: [
          aLine(2),
          aLine(2, { quantity: '0' }),
          aLine(0, { paid: money(-1n, 'CNY') }),
          aLine(4, { paid: money(1n, 'USD'), description: '' }),
        ],
        payments: [
          { provider: 'card', reference: 'ch_1', amount: money(1n, 'CNY') },
          { provider: 'card', reference: 'ch_1', amount: money(0n, 'CNY') },
        ],
      }),
    ).toEqual([
      ['INPUT_INVALID', 'orderNumber'],
      ['FINANCE_PURCHASE_IN_FUTURE', 'placedAt'],
      ['FINANCE_PURCHASE_LINE_REPEATED', 'lines.1.lineNumber'],
      ['INPUT_INVALID', 'lines.1.quantity'],
      ['INPUT_INVALID', 'lines.2.lineNumber'],
      ['INPUT_INVALID', 'lines.2.paid'],
      ['INPUT_INVALID', 'lines.3.description'],
      ['FINANCE_CURRENCY_MISMATCH', 'lines.3.paid'],
      ['INPUT_INVALID', 'payments.1.reference'],
      ['INPUT_INVALID', 'payments.1.amount'],
    ]);
  });

  it.each([[[]], [Array.from({ length: 501 }, (_, index) => aLine(index + 1))]])(
    'refuses no lines, and too many',
    (lines) => {
      expect(refusalsOf({ lines })).toEqual([['INPUT_INVALID', 'lines']]);
    },
  );
});
