import type { Money } from '@redress/kernel';
import type { Account } from '../../ledger/model/account.model';
import { balanced, type JournalEntry } from '../../ledger/model/journal.model';

export const CLAIM_STATES = ['OPEN', 'AGREED', 'REJECTED', 'PAID'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** A claim on a supplier or another company that is responsible. */
export interface SupplierClaim {
  readonly id: string;
  readonly state: ClaimState;
  readonly amount: Money;
}

type Booking = Pick<JournalEntry, 'id' | 'bookedAt'>;

/** The supplier agreed to bear a cost. */
export function agreedEntry(claim: SupplierClaim, booking: Booking): JournalEntry {
  return entryOf(claim, 'CLAIM_AGREED', booking, 'SUPPLIER_CLAIMS', 'SUPPLIER_RECOVERIES');
}

/** The supplier paid. */
export function paidEntry(claim: SupplierClaim, booking: Booking): JournalEntry {
  return entryOf(claim, 'CLAIM_PAID', booking, 'RECEIPTS_CLEARING', 'SUPPLIER_CLAIMS');
}

function entryOf(
  { id, amount: { amountMinor, currency } }: SupplierClaim,
  kind: JournalEntry['kind'],
  booking: Booking,
  debit: Account,
  credit: Account,
): JournalEntry {
  return balanced({
    ...booking,
    source: { kind: 'SUPPLIER_CLAIM', id },
    ...{ kind, currency },
    postings: [
      { account: debit, side: 'DEBIT', amountMinor },
      { account: credit, side: 'CREDIT', amountMinor },
    ],
  });
}
