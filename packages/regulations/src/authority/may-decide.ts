import { accept, refuse, type Money, type Outcome, type Role } from '@redress/kernel';
import type { AdoptionSettings } from '../adoption/adoption.model';
import { conditionsWith } from '../conditions/condition';
import type { KnownFacts } from '../conditions/facts-of';
import type { Regulation } from '../regulation/regulation.model';
import { authorityOf, type AuthorityRow } from './authority-of';

export type AuthorityRefusal =
  'REGULATION_FOUR_EYES' | 'REGULATION_EXCEEDS_AUTHORITY' | 'REGULATION_SPLIT_EXCEEDS_AUTHORITY';

/** A decision that somebody wants to take on a proposal. */
export interface DecisionRequest {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Parties of the regulation to which the person is appointed. */
  readonly parties: readonly string[];
  readonly proposedBy: string;
  /** What the decision costs, one sum for each currency; empty for a remedy without money. */
  readonly amounts: readonly Money[];
  /** What was already granted for the same harm, in this case and those linked to it. */
  readonly linkedAmounts?: readonly Money[];
  readonly facts: KnownFacts;
}

/**
 * Whether a person may approve a proposal: never one's own, and only up to the amount that the authority matrix gives to
 * the person's roles and parties where the row's condition holds. A holder without a row for the currency may approve no
 * amount in it; a proposal without money needs any row at all. What was granted for the same harm before counts too, so
 * that a sum cannot be split until each part is small enough.
 */
export function mayDecide(
  regulation: Regulation,
  settings: AdoptionSettings,
  request: DecisionRequest,
): Outcome<void, AuthorityRefusal> {
  const { subject, proposedBy, amounts, linkedAmounts = [] } = request;
  if (subject === proposedBy) return refuse({ code: 'REGULATION_FOUR_EYES', facts: { proposedBy } });
  const rows = rowsOf(regulation, settings, request);
  if (rows.length === 0) return refuse({ code: 'REGULATION_EXCEEDS_AUTHORITY', facts: { maximum: '0' } });
  for (const { amountMinor, currency } of amounts) {
    const maximum = highestLimit(rows, currency);
    if (maximum === null) continue;
    const details = { maximum: { amountMinor: maximum, currency } };
    if (amountMinor > maximum) return refuse({ code: 'REGULATION_EXCEEDS_AUTHORITY', details });
    if (amountMinor > 0n && amountMinor + sumIn(currency, linkedAmounts) > maximum) {
      return refuse({ code: 'REGULATION_SPLIT_EXCEEDS_AUTHORITY', details });
    }
  }
  return accept(undefined);
}

/** Who may take a decision, whoever it is: the holders whose rows reach its amounts, lowest limit first. */
export function whoMay(
  regulation: Regulation,
  settings: AdoptionSettings,
  { amounts, linkedAmounts = [], facts }: Pick<DecisionRequest, 'amounts' | 'linkedAmounts' | 'facts'>,
): readonly { readonly holder: string; readonly role: Role }[] {
  const holds = conditionsWith(regulation, facts);
  const rows = authorityOf(regulation, settings).filter(({ when }) => holds(when));
  const holders = new Map(rows.map(({ holder, role }) => [holder, role]));
  const reach = (holder: string): boolean =>
    amounts.every(({ amountMinor, currency }) => {
      const maximum = highestLimit(
        rows.filter((row) => row.holder === holder),
        currency,
      );
      return maximum === null || amountMinor + (amountMinor > 0n ? sumIn(currency, linkedAmounts) : 0n) <= maximum;
    });
  return [...holders].filter(([holder]) => reach(holder)).map(([holder, role]) => ({ holder, role }));
}

function rowsOf(
  regulation: Regulation,
  settings: AdoptionSettings,
  { roles, parties, facts }: DecisionRequest,
): readonly AuthorityRow[] {
  const holds = conditionsWith(regulation, facts);
  return authorityOf(regulation, settings).filter(
    ({ holder, role, when }) => (holder === role || parties.includes(holder)) && roles.includes(role) && holds(when),
  );
}

function highestLimit(rows: readonly AuthorityRow[], currency: string): bigint | null {
  let highest = 0n;
  for (const row of rows) {
    if (row.currency !== currency) continue;
    if (row.maximumMinor === null) return null;
    if (row.maximumMinor > highest) highest = row.maximumMinor;
  }
  return highest;
}

function sumIn(currency: string, amounts: readonly Money[]): bigint {
  return amounts.reduce((sum, amount) => (amount.currency === currency ? sum + amount.amountMinor : sum), 0n);
}
