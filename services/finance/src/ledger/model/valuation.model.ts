import { allocate, minorUnitDigits, money } from '@redress/kernel';
import type { JournalEntry, Posting, Valuation } from './journal.model';

const RATE = /^(\d{1,12})(?:\.(\d{1,12}))?$/;

/** Whether the text is a positive decimal of at most 12 digits before and after the point. */
export function isRate(text: string): boolean {
  return RATE.test(text) && /[1-9]/.test(text);
}

/** The worth of an amount at a rate, rounded half away from zero, exactly. Throws `RangeError` for no rate. */
export function worthAt(amountMinor: bigint, currency: string, { currency: base, rate }: Valuation): bigint {
  const [, whole = '', fraction = ''] = RATE.exec(rate) ?? [];
  if (!isRate(rate)) throw new RangeError(`${rate} is not a rate`);
  const shift = minorUnitDigits(base) - minorUnitDigits(currency) - fraction.length;
  const scaled = amountMinor * BigInt(whole + fraction);
  if (shift >= 0) return scaled * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  const half = scaled < 0n ? -divisor / 2n : divisor / 2n;
  return (scaled + half) / divisor;
}

/**
 * The entry with the worth of each posting. What one side is worth in all is computed once and split over the postings
 * of either side, so that the books balance in the base currency too. Postings that bring their worth keep it: a
 * reversal mirrors the stored one. An entry worth nothing in the base currency keeps no valuation.
 */
export function valued(entry: JournalEntry, valuation: Valuation): JournalEntry {
  if (entry.postings.every(({ baseMinor }) => baseMinor !== undefined)) return { ...entry, valuation };
  const total = entry.postings
    .filter(({ side }) => side === 'DEBIT')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const worth = money(worthAt(total, entry.currency, valuation), valuation.currency);
  const shares = new Map<Posting, bigint>();
  for (const wanted of ['DEBIT', 'CREDIT'] as const) {
    const postings = entry.postings.filter(({ side }) => side === wanted);
    const parts = allocate(
      worth,
      postings.map(({ amountMinor }) => amountMinor),
    );
    postings.forEach((posting, index) => shares.set(posting, parts[index]?.amountMinor ?? 0n));
  }
  return {
    ...entry,
    valuation,
    postings: entry.postings.map((posting) => ({ ...posting, baseMinor: shares.get(posting) ?? 0n })),
  };
}
