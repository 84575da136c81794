import { balanced, type JournalEntry, type Posting } from '../../ledger/model/journal.model';
import type { Receivable } from './receivable.model';

type Booking = Pick<JournalEntry, 'id' | 'bookedAt' | 'effectiveOn'>;
type Side = Omit<Posting, 'side' | 'amountMinor'>;

/** The customer owes what the invoice says. */
export function receivableEntry(receivable: Receivable, booking: Booking): JournalEntry {
  const { department, amount } = receivable;
  const sales: Side = { account: 'SALES', ...(department === undefined ? {} : { department }) };
  return entryOf(receivable, 'RECEIVABLE', booking, [[owedBy(receivable), sales, amount.amountMinor]]);
}

/** Money came: it is on its way to the bank, and owed no longer. */
export function receiptEntry(after: Receivable, minor: bigint, disputedMinor: bigint, booking: Booking): JournalEntry {
  const clearing: Side = { account: 'RECEIPTS_CLEARING' };
  return entryOf(after, 'RECEIPT', booking, [
    [clearing, owedBy(after), minor - disputedMinor],
    [clearing, disputedBy(after), disputedMinor],
  ]);
}

/** A settlement reduces what is owed, through the clearing account that its payment is booked on. */
export function creditEntry(
  after: Receivable,
  minor: bigint,
  disputedMinor: bigint,
  clearing: string,
  booking: Booking,
): JournalEntry {
  const from: Side = { account: 'PROVIDER_CLEARING', subaccount: clearing };
  return entryOf(after, 'CREDIT_NOTE', booking, [
    [from, owedBy(after), minor - disputedMinor],
    [from, disputedBy(after), disputedMinor],
  ]);
}

/** What is disputed is kept apart from what is collected. */
export function disputeEntry(after: Receivable, minor: bigint, booking: Booking): JournalEntry {
  return entryOf(after, 'DISPUTE', booking, [[disputedBy(after), owedBy(after), minor]]);
}

/** What is disputed no longer is collected again. */
export function disputeEndedEntry(after: Receivable, minor: bigint, booking: Booking): JournalEntry {
  return entryOf(after, 'DISPUTE_ENDED', booking, [[owedBy(after), disputedBy(after), minor]]);
}

function owedBy({ customerId: subaccount }: Receivable): Side {
  return { account: 'RECEIVABLES', subaccount };
}

function disputedBy({ customerId: subaccount }: Receivable): Side {
  return { account: 'DISPUTED_RECEIVABLES', subaccount };
}

/** From what is debited to what is credited, but for nothing; several of a kind are told apart by the version they led to. */
function entryOf(
  { id, amount: { currency }, version }: Receivable,
  kind: JournalEntry['kind'],
  booking: Booking,
  transfers: readonly (readonly [Side, Side, bigint])[],
): JournalEntry {
  return balanced({
    ...booking,
    source: { kind: 'RECEIVABLE', id },
    ...{ kind, currency, sequence: version },
    postings: transfers.flatMap(([debit, credit, amountMinor]): Posting[] =>
      amountMinor === 0n
        ? []
        : [
            { ...debit, side: 'DEBIT', amountMinor },
            { ...credit, side: 'CREDIT', amountMinor },
          ],
    ),
  });
}
