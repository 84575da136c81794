import { newId, type Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { BooksSettings } from '../../ledger/model/books-setting.repository';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import { ownRoute, OWN_MEANS } from '../../payment/model/payout-means.model';
import type { PayoutPlanner } from '../../payment/model/payout-planner.policy';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { creditEntry } from '../model/receivable-entry.model';
import { reduce, type Receivable } from '../model/receivable.model';
import type { ReceivableRepository } from '../model/receivable.repository';
import { creditReceivables, ordersReduced, type Credit } from './credit-receivables.decide';

interface Dependencies {
  readonly receivables: ReceivableRepository;
  readonly booksSettings: BooksSettings;
  readonly ledger: LedgerRepository;
  readonly calendar: Pick<TenantCalendar, 'dayOf'>;
  readonly clock: Clock;
}

/**
 * Where the organisation decided so, a price reduction or allowance reduces what the customer still owes for the order,
 * in the transaction that approves it; only what is left of it is paid out.
 */
export function crediting(plan: PayoutPlanner, dependencies: Dependencies): PayoutPlanner {
  return async (tx, settlement) => {
    const orders = ordersReduced(settlement);
    if (orders.length === 0) return plan(tx, settlement);
    const { creditReceivables: wanted } = await dependencies.booksSettings.read(tx);
    if (!wanted) return plan(tx, settlement);
    const { customerId, amount } = settlement;
    const open = new Map<string, readonly Receivable[]>();
    for (const orderNumber of [...orders].sort()) {
      open.set(orderNumber, await dependencies.receivables.lockOpenOf(tx, { customerId, orderNumber }));
    }
    const { credits, creditedMinor, rest } = creditReceivables(settlement, open);
    const by = settlement.decidedBy ?? 'system:finance';
    for (const credit of credits) {
      await takeOff(tx, { id: settlement.id, currency: amount.currency, by }, credit, dependencies);
    }
    const paidOut = rest.parts.length === 0 ? [] : await plan(tx, rest);
    if (creditedMinor === 0n) return paidOut;
    const credited = {
      ...ownRoute('RECEIVABLE'),
      beneficiary: customerId,
      amount: { ...amount, amountMinor: creditedMinor },
    };
    return [...paidOut, credited];
  };
}

async function takeOff(
  tx: TenantTransaction,
  { id: reference, currency, by }: { readonly id: string; readonly currency: string; readonly by: string },
  { receivable, amountMinor }: Credit,
  { receivables, ledger, calendar, clock }: Dependencies,
): Promise<void> {
  const reduced = reduce(receivable, 'CREDIT', { amountMinor, currency });
  if (!reduced.ok) throw new Error(`receivable ${receivable.id} cannot be reduced by what is open of it`);
  const { receivable: after, disputedMinor } = reduced.value;
  const recordedAt = clock.now();
  const booking = { id: newId(), bookedAt: recordedAt };
  const entry = creditEntry(after, amountMinor, disputedMinor, OWN_MEANS.RECEIVABLE, booking);
  const effectiveOn = await calendar.dayOf(tx, recordedAt);
  const movement = { id: newId(), receivableId: receivable.id, kind: 'CREDIT', amountMinor, disputedMinor } as const;
  const recorded = { effectiveOn, reference, recordedBy: by, recordedAt };
  if (!(await receivables.addMovement(tx, { ...movement, ...recorded }))) {
    throw new Error(`settlement ${reference} was credited already`);
  }
  await receivables.reduceDisputes(tx, receivable.id, disputedMinor);
  await receivables.save(tx, after);
  await ledger.book(tx, entry);
}
