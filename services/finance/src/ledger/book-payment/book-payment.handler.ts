import { newId, type Money } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { rateOfDay } from '../adapters/original-rate.policy';
import { differenceEntry, movedBy, ofWorth, worthOfPayment } from '../model/exchange-difference.model';
import { paymentEntry, type JournalEntry, type Posting } from '../model/journal.model';
import type { LedgerRepository } from '../model/ledger.repository';

/** A payment of a settlement that was made. */
export interface PaymentMade {
  readonly settlementId: string;
  /** Which of the settlement's payments. */
  readonly sequence: number;
  readonly amount: Money;
  readonly paidFrom: Pick<Posting, 'account' | 'subaccount'>;
  readonly bookedAt: Date;
}

export interface PaymentBooks {
  readonly ledger: LedgerRepository;
  readonly calendar: Pick<TenantCalendar, 'dayOf'>;
}

/**
 * Books a payment, in the transaction that holds its settlement. One in a foreign currency takes its share of what its
 * debt was worth at the rate of the order; what the money cost more or less on the day it went out is an entry of its own,
 * in the base currency, with the same transaction: a settlement that is paid on several days costs what each of them says.
 */
export async function bookPayment(
  tx: TenantTransaction,
  { settlementId, sequence, amount, paidFrom, bookedAt }: PaymentMade,
  { ledger, calendar }: PaymentBooks,
): Promise<void> {
  const source = { kind: 'SETTLEMENT', id: settlementId } as const;
  const booking = { source, sequence, bookedAt };
  const payment = paymentEntry({ ...booking, id: newId() }, amount, paidFrom);
  const approval = await ledger.entryOf(tx, source, 'APPROVAL');
  const { valuation } = approval;
  if (valuation === undefined || valuation.currency === amount.currency) return ledger.book(tx, payment);
  const baseMinor = worthOfPayment(movedBy(approval), await ledger.paidOf(tx, source), amount.amountMinor);
  const booked = ofWorth(payment, valuation, baseMinor);
  const rate = await rateOfDay(tx, amount.currency, valuation.currency, await calendar.dayOf(tx, bookedAt));
  const difference = rate === undefined ? undefined : differenceEntry(booked, rate, { ...booking, id: newId() });
  const entries: readonly JournalEntry[] = difference === undefined ? [booked] : [booked, difference];
  return ledger.bookMany(tx, entries);
}
