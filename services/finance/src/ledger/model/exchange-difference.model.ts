import { balanced, type JournalEntry, type Valuation } from './journal.model';
import { worthAt } from './valuation.model';

/** An amount, and what it is worth in the base currency by what was booked. */
export interface BookedAmount {
  readonly amountMinor: bigint;
  readonly baseMinor: bigint;
}

/** What an entry moves in all, and what that is worth. */
export function movedBy({ postings }: JournalEntry): BookedAmount {
  const debits = postings.filter(({ side }) => side === 'DEBIT');
  return {
    amountMinor: debits.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    baseMinor: debits.reduce((sum, { baseMinor = 0n }) => sum + baseMinor, 0n),
  };
}

/**
 * What a payment takes off the worth of its debt: the share of everything that is paid with it, rounded half up, less what
 * the payments before it took. So nothing of the worth is left over when nothing is owed any more, however many they were.
 */
export function worthOfPayment(debt: BookedAmount, paid: BookedAmount, amountMinor: bigint): bigint {
  const paidWithIt = paid.amountMinor + amountMinor;
  const share = (2n * debt.baseMinor * paidWithIt + debt.amountMinor) / (2n * debt.amountMinor);
  return share > paid.baseMinor ? share - paid.baseMinor : 0n;
}

/** The entry of two postings, worth this in the base currency. */
export function ofWorth(entry: JournalEntry, valuation: Valuation, baseMinor: bigint): JournalEntry {
  return { ...entry, valuation, postings: entry.postings.map((posting) => ({ ...posting, baseMinor })) };
}

/** What a booked amount is worth more or less at another rate; nothing where it is worth the same. */
export function differenceEntry(
  entry: JournalEntry,
  rate: string,
  booking: Pick<JournalEntry, 'id' | 'source' | 'sequence' | 'bookedAt'>,
): JournalEntry | undefined {
  const { valuation, currency } = entry;
  if (valuation === undefined) return undefined;
  const { amountMinor, baseMinor } = movedBy(entry);
  const difference = worthAt(amountMinor, currency, { currency: valuation.currency, rate }) - baseMinor;
  if (difference === 0n) return undefined;
  const [debit, credit] = difference > 0n ? [DIFFERENCES, valuationOf(currency)] : [valuationOf(currency), DIFFERENCES];
  const size = difference > 0n ? difference : -difference;
  return balanced({
    ...booking,
    kind: 'EXCHANGE_DIFFERENCE',
    currency: valuation.currency,
    postings: [
      { ...debit, side: 'DEBIT', amountMinor: size },
      { ...credit, side: 'CREDIT', amountMinor: size },
    ],
  });
}

const DIFFERENCES = { account: 'EXCHANGE_DIFFERENCES' } as const;
const valuationOf = (currency: string) => ({ account: 'EXCHANGE_VALUATION', subaccount: currency }) as const;
