import type { MatchingRule } from './matching-rule.model';
import type { CsvMapping } from './csv-mapping.model';

export const BANK_ACCOUNT_KINDS = ['BANK', 'PROVIDER'] as const;
/** BANK: money itself. PROVIDER: what a payment provider says it paid, before the bank shows it. */
export type BankAccountKind = (typeof BANK_ACCOUNT_KINDS)[number];

/** An account of the organisation whose statements are reconciled; always in one currency, that of its statements. */
export interface BankAccount {
  readonly id: string;
  readonly name: string;
  readonly kind: BankAccountKind;
  /** IBAN or number, without spaces. */
  readonly identifier: string;
  readonly currency: string;
  /** The provider whose payouts its statements show. */
  readonly provider: string;
  /** The first day that is reconciled, and what stood on the account before it. */
  readonly openingOn: string;
  readonly openingMinor: bigint;
  /** Who owns whatever nobody else was given. */
  readonly responsible: string;
  /** A payment that no statement shows after so many days is something to look at. */
  readonly expectedWithinDays: number;
  readonly mapping?: CsvMapping;
  readonly rules: readonly MatchingRule[];
  readonly version: number;
}

/** The number as people may see it: its first two and last four characters. */
export function maskedIdentifier(identifier: string): string {
  const shown = identifier.length > 8 ? 4 : 2;
  return `${identifier.slice(0, 2)}${'•'.repeat(Math.max(identifier.length - 2 - shown, 1))}${identifier.slice(-shown)}`;
}

/** The number without what people put between its digits. */
export function plainIdentifier(text: string): string {
  return text.replaceAll(/[\s.-]/g, '').toUpperCase();
}
