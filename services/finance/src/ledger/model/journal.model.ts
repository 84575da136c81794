import type { Money } from '@redress/kernel';
import type { Account, Side } from './account.model';

/** Why an entry was booked. Each happens at most once for a settlement. */
export type EntryKind = 'APPROVAL' | 'PAYMENT' | 'REVERSAL';

/** One line of an entry: a positive amount on one side of one account. */
export interface Posting {
  readonly account: Account;
  readonly side: Side;
  readonly amountMinor: bigint;
}

/** A balanced booking in one currency. It is never changed; a correction is another entry. */
export interface JournalEntry {
  readonly id: string;
  readonly settlementId: string;
  readonly kind: EntryKind;
  readonly currency: string;
  readonly bookedAt: Date;
  /** The entry whose postings this one mirrors. */
  readonly reverses?: string;
  readonly postings: readonly Posting[];
}

interface Booking {
  readonly id: string;
  readonly settlementId: string;
  readonly bookedAt: Date;
}

/** On approval the expense arises, and with it the debt to the complainant. */
export function approvalEntry(booking: Booking, expense: Account, amount: Money): JournalEntry {
  return transfer(booking, 'APPROVAL', expense, 'PAYABLES_TO_COMPLAINANTS', amount);
}

/** On payment the debt is gone, and the provider's clearing account carries the money until the bank statement does. */
export function paymentEntry(booking: Booking, amount: Money): JournalEntry {
  return transfer(booking, 'PAYMENT', 'PAYABLES_TO_COMPLAINANTS', 'PROVIDER_CLEARING', amount);
}

/** Mirrors the stored postings of an entry; nothing is computed again. */
export function reversalOf(entry: JournalEntry, booking: Booking): JournalEntry {
  return balanced({
    ...booking,
    kind: 'REVERSAL',
    currency: entry.currency,
    reverses: entry.id,
    postings: entry.postings.map((posting) => ({ ...posting, side: posting.side === 'DEBIT' ? 'CREDIT' : 'DEBIT' })),
  });
}

/** Answers the entry, or throws when its debits do not equal its credits: such an entry must never be stored. */
export function balanced(entry: JournalEntry): JournalEntry {
  const sum = (side: Side): bigint =>
    entry.postings
      .filter((posting) => posting.side === side)
      .reduce((total, { amountMinor }) => total + amountMinor, 0n);
  if (entry.postings.length < 2 || entry.postings.some((posting) => posting.amountMinor <= 0n)) {
    throw new RangeError(`entry ${entry.id} needs at least two postings, each of a positive amount`);
  }
  if (sum('DEBIT') !== sum('CREDIT')) {
    throw new RangeError(`entry ${entry.id} does not balance: ${sum('DEBIT')} in debit, ${sum('CREDIT')} in credit`);
  }
  return entry;
}

function transfer(booking: Booking, kind: EntryKind, debit: Account, credit: Account, amount: Money): JournalEntry {
  return balanced({
    ...booking,
    kind,
    currency: amount.currency,
    postings: [
      { account: debit, side: 'DEBIT', amountMinor: amount.amountMinor },
      { account: credit, side: 'CREDIT', amountMinor: amount.amountMinor },
    ],
  });
}
