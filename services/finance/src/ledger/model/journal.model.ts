import type { Money } from '@redress/kernel';
import type { Account, Side } from './account.model';

/** What an entry was booked for. */
export const ENTRY_SOURCES = [
  'SETTLEMENT',
  'BANK_STATEMENT',
  'RECEIVABLE',
  'PENALTY',
  'LOSS',
  'ON_THE_SPOT',
  'RETURN',
  'VOUCHER',
  'EXCHANGE_RATE',
  'SUPPLIER_CLAIM',
] as const;
export type EntrySource = (typeof ENTRY_SOURCES)[number];

/** Why an entry was booked; each at most once for a source and sequence. */
export const ENTRY_KINDS = [
  'APPROVAL',
  'PAYMENT',
  'REVERSAL',
  'EXCHANGE_DIFFERENCE',
  'RECEIVABLE',
  'RECEIPT',
  'CREDIT_NOTE',
  'DISPUTE',
  'DISPUTE_ENDED',
  'PENALTY',
  'DEDUCTION',
  'CLAIM_AGREED',
  'CLAIM_PAID',
  'STATEMENT',
  'VOUCHER_REDEEMED',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What a cost is broken down by; codes, no names. */
export interface Dimensions {
  readonly department?: string;
  readonly product?: string;
  /** Category of the complaint. */
  readonly cause?: string;
}

/** One line of an entry: a positive amount on one side of one account. */
export interface Posting extends Dimensions {
  readonly account: Account;
  /** The provider of a clearing account, the customer of a receivable; absent where the account has no subdivision. */
  readonly subaccount?: string;
  readonly side: Side;
  readonly amountMinor: bigint;
  /** What it is worth in the base currency of the entry's valuation. */
  readonly baseMinor?: bigint;
}

/** What an amount is worth in the organisation's base currency: base units for one unit of the amount's currency. */
export interface Valuation {
  readonly currency: string;
  /** Positive decimal as it was given: `7.1234`. */
  readonly rate: string;
}

/** A balanced booking in one currency. It is never changed; a correction is another entry. */
export interface JournalEntry extends Booking {
  readonly kind: EntryKind;
  readonly currency: string;
  /** At what rate it is worth something in the base currency; the ledger finds it where absent. */
  readonly valuation?: Valuation;
  /** The entry whose postings this one mirrors. */
  readonly reverses?: string;
  readonly postings: readonly Posting[];
}

/** What identifies an entry: its source, and which of several of a kind it is. */
export interface Booking {
  readonly id: string;
  readonly source: { readonly kind: EntrySource; readonly id: string };
  /** Which of several entries of its kind, from 1; 1 where absent. */
  readonly sequence?: number;
  readonly bookedAt: Date;
  /** The day it is true for, `2026-11-30`; the day of booking where absent. */
  readonly effectiveOn?: string;
  readonly memo?: string;
}

/** What one part of a settlement costs, and where. */
export interface Expense extends Dimensions {
  readonly account: Account;
  readonly amountMinor: bigint;
}

/** On approval the expenses arise, and with them one debt to the complainant. */
export function approvalEntry(booking: Booking, expenses: readonly Expense[], currency: string): JournalEntry {
  const amountMinor = expenses.reduce((sum, expense) => sum + expense.amountMinor, 0n);
  return balanced({
    ...booking,
    kind: 'APPROVAL',
    currency,
    postings: [
      ...expenses.map((expense) => ({ ...expense, side: 'DEBIT' as const })),
      { account: 'PAYABLES_TO_COMPLAINANTS', side: 'CREDIT', amountMinor },
    ],
  });
}

/** On payment the debt is gone, and the provider's clearing account carries the money until the bank statement does. */
export function paymentEntry(
  booking: Booking,
  { amountMinor, currency }: Money,
  paidFrom: Pick<Posting, 'account' | 'subaccount'>,
): JournalEntry {
  return balanced({
    ...booking,
    kind: 'PAYMENT',
    currency,
    postings: [
      { account: 'PAYABLES_TO_COMPLAINANTS', side: 'DEBIT', amountMinor },
      { ...paidFrom, side: 'CREDIT', amountMinor },
    ],
  });
}

/** What a voucher pays for is a sale; the debt in goods is that much smaller. */
export function redemptionEntry(booking: Booking, { amountMinor, currency }: Money): JournalEntry {
  return balanced({
    ...booking,
    kind: 'VOUCHER_REDEEMED',
    currency,
    postings: [
      { account: 'VOUCHERS_OUTSTANDING', side: 'DEBIT', amountMinor },
      { account: 'SALES', side: 'CREDIT', amountMinor },
    ],
  });
}

/** Mirrors the stored postings of an entry; nothing is computed again. */
export function reversalOf(entry: JournalEntry, booking: Booking): JournalEntry {
  return balanced({
    ...booking,
    kind: 'REVERSAL',
    currency: entry.currency,
    ...(entry.valuation === undefined ? {} : { valuation: entry.valuation }),
    reverses: entry.id,
    postings: entry.postings.map((posting) => ({ ...posting, side: posting.side === 'DEBIT' ? 'CREDIT' : 'DEBIT' })),
  });
}

/** Answers the entry, or throws when its debits do not equal its credits: such an entry must never be stored. */
export function balanced(entry: JournalEntry): JournalEntry {
  const sum = (side: Side, of: (posting: Posting) => bigint = ({ amountMinor }) => amountMinor): bigint =>
    entry.postings.filter((posting) => posting.side === side).reduce((total, posting) => total + of(posting), 0n);
  const worth = ({ baseMinor = 0n }: Posting): bigint => baseMinor;
  if (entry.postings.length < 2 || entry.postings.some((posting) => posting.amountMinor <= 0n)) {
    throw new RangeError(`entry ${entry.id} needs at least two postings, each of a positive amount`);
  }
  if (sum('DEBIT') !== sum('CREDIT')) {
    throw new RangeError(`entry ${entry.id} does not balance: ${sum('DEBIT')} in debit, ${sum('CREDIT')} in credit`);
  }
  if (sum('DEBIT', worth) !== sum('CREDIT', worth)) {
    throw new RangeError(`entry ${entry.id} does not balance in its base currency`);
  }
  return entry;
}
