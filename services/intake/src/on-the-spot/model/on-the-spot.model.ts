import type { RemedyKind } from '@redress/contracts';
import type { Money } from '@redress/kernel';

/** When the slip was signed (双方签字). */
export interface SignedSlip {
  readonly complainantSignedAt: Date;
  readonly staffSignedAt: Date;
}

/** What was done for a complainant at once. */
export interface OnTheSpot {
  readonly remedy: RemedyKind;
  /** What was handed over, in cash or in kind. */
  readonly amount?: Money;
  /** What was done, in words; sealed as the complaint is. */
  readonly account: string;
  readonly slip?: SignedSlip;
}

/** A settlement as it is kept. */
export interface KeptOnTheSpot extends OnTheSpot {
  readonly id: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly settledAt: Date;
  readonly settledBy: string;
  /** `2026-11`, by the organisation's clock. */
  readonly month: string;
}

export const ACCOUNT_LENGTH_AT_MOST = 2_000;

/** For how long what a customer was given counts towards the authority of the front line. */
export const LINKED_FOR_MS = 90 * 86_400_000;

/** Where the account lies, as the key of the complainant names it. */
export function accountPlace(complaintId: string): string {
  return `complaint/${complaintId}/on-the-spot`;
}

/** The month of a moment in a time zone, as `2026-11`. */
export function monthOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(at).slice(0, 7);
}
