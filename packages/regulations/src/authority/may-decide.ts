import { accept, refuse, type Money, type Outcome, type Role } from '@redress/kernel';
import type { AdoptionSettings, AuthorityLimit } from '../adoption/adoption.model';

export type AuthorityRefusal = 'REGULATION_FOUR_EYES' | 'REGULATION_EXCEEDS_AUTHORITY';

/** A decision that somebody wants to take on a proposal. */
export interface DecisionRequest {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly proposedBy: string;
  /** What the decision costs, one sum for each currency; empty for a remedy without money. */
  readonly amounts: readonly Money[];
}

/**
 * Whether a person may approve a proposal: never one's own, and only up to the amount that the adopted authority
 * matrix gives to one of the person's roles. A role without a row for the currency may approve no amount in it; a
 * proposal without money needs any row at all.
 */
export function mayDecide(
  settings: AdoptionSettings,
  { subject, roles, proposedBy, amounts }: DecisionRequest,
): Outcome<void, AuthorityRefusal> {
  if (subject === proposedBy) return refuse({ code: 'REGULATION_FOUR_EYES', facts: { proposedBy } });
  const rows = authorityMatrix(settings).filter(({ role }) => roles.includes(role));
  if (rows.length === 0) return refuse({ code: 'REGULATION_EXCEEDS_AUTHORITY', facts: { maximum: '0' } });
  for (const amount of amounts) {
    const maximum = highestLimit(rows, amount.currency);
    if (maximum !== null && amount.amountMinor > maximum) {
      return refuse({
        code: 'REGULATION_EXCEEDS_AUTHORITY',
        details: { maximum: { amountMinor: maximum, currency: amount.currency } },
      });
    }
  }
  return accept(undefined);
}

function authorityMatrix({ openValues }: AdoptionSettings): readonly AuthorityLimit[] {
  return Array.isArray(openValues['authority']) ? openValues['authority'] : [];
}

function highestLimit(rows: readonly AuthorityLimit[], currency: string): bigint | null {
  let highest = 0n;
  for (const row of rows) {
    if (row.currency !== currency) continue;
    if (row.maximumMinor === null) return null;
    const maximum = BigInt(row.maximumMinor);
    if (maximum > highest) highest = maximum;
  }
  return highest;
}
