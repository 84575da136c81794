import { newId, type Clock } from '@redress/kernel';
import type { SettlementListener } from '../../settlement/model/settlement-hooks.policy';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { rateOfDay } from '../adapters/original-rate.policy';
import { balanced, type JournalEntry } from '../model/journal.model';
import type { LedgerRepository } from '../model/ledger.repository';
import { worthAt } from '../model/valuation.model';

/**
 * A settlement in a foreign currency is booked at the rate of its order from beginning to end. What the money cost more
 * or less on the day it went out is an entry of its own, in the base currency.
 */
export function exchangeDifferences({
  ledger,
  calendar,
  clock,
}: {
  readonly ledger: LedgerRepository;
  readonly calendar: Pick<TenantCalendar, 'dayOf'>;
  readonly clock: Clock;
}): SettlementListener {
  return {
    hears: ['SettlementCompleted'],
    async hear(tx, settlement) {
      const source = { kind: 'SETTLEMENT', id: settlement.id } as const;
      const approval = await ledger.entryOf(tx, source, 'APPROVAL');
      const bookedAt = clock.now();
      const base = approval.valuation?.currency;
      if (base === undefined || base === approval.currency) return;
      const rate = await rateOfDay(tx, approval.currency, base, await calendar.dayOf(tx, bookedAt));
      const entry = rate === undefined ? undefined : differenceEntry(approval, rate, { id: newId(), source, bookedAt });
      if (entry !== undefined) await ledger.book(tx, entry);
    },
  };
}

/** What an approved amount is worth more or less at another rate; nothing where it is worth the same. */
export function differenceEntry(
  approval: JournalEntry,
  rate: string,
  booking: Pick<JournalEntry, 'id' | 'source' | 'bookedAt'>,
): JournalEntry | undefined {
  const { valuation, currency, postings } = approval;
  if (valuation === undefined) return undefined;
  const debits = postings.filter(({ side }) => side === 'DEBIT');
  const amountMinor = debits.reduce((sum, posting) => sum + posting.amountMinor, 0n);
  const booked = debits.reduce((sum, { baseMinor = 0n }) => sum + baseMinor, 0n);
  const difference = worthAt(amountMinor, currency, { currency: valuation.currency, rate }) - booked;
  if (difference === 0n) return undefined;
  const [debit, credit] = difference > 0n ? [DIFFERENCES, valuationOf(currency)] : [valuationOf(currency), DIFFERENCES];
  const worth = difference > 0n ? difference : -difference;
  return balanced({
    ...booking,
    kind: 'EXCHANGE_DIFFERENCE',
    currency: valuation.currency,
    postings: [
      { ...debit, side: 'DEBIT', amountMinor: worth },
      { ...credit, side: 'CREDIT', amountMinor: worth },
    ],
  });
}

const DIFFERENCES = { account: 'EXCHANGE_DIFFERENCES' } as const;
const valuationOf = (currency: string) => ({ account: 'EXCHANGE_VALUATION', subaccount: currency }) as const;
