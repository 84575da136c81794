import { newId } from '@redress/kernel';
import { expectAccepted } from '../../support/organisation';
import type { Stage } from '../step';

const DAY_MS = 24 * 3_600_000;

/** An order of one line that finance knows, so that money may be given back on it. */
export async function purchased({ cast, system }: Stage): Promise<{ orderNumber: string; lineNumber: number }> {
  const orderNumber = `SO-${newId()}`;
  const paid = { amount: '1000000.00', currency: 'CNY' };
  expectAccepted(
    await cast.of('finance').person.act('registerPurchase', {
      orderNumber,
      placedAt: new Date(system.now().getTime() - 10 * DAY_MS).toISOString(),
      currency: 'CNY',
      lines: [{ lineNumber: 1, description: '电水壶', quantity: '1', paid }],
      payments: [{ provider: 'simulator', reference: `PAY-${orderNumber}`, amount: paid }],
    }),
  );
  return { orderNumber, lineNumber: 1 };
}

/** What may be given away this month without an order line. */
export async function goodwillBudgeted({ cast, system }: Stage): Promise<void> {
  const month = system.now().toISOString().slice(0, 7);
  const amount = { amount: '100000.00', currency: 'CNY' };
  expectAccepted(await cast.of('manager').person.act('setGoodwillBudget', { month, amount }));
}
