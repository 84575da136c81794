import { allocate, type Money } from '@redress/kernel';
import type { PlannedPayout } from './planned-payout.model';

/** One of the days on which a settlement is to be paid, and how much of it in proportion to the others. */
export interface Instalment {
  /** From 1, in the order of the days. */
  readonly number: number;
  /** `2026-11-30` */
  readonly dueOn: string;
  readonly weight: bigint;
}

/** An instalment of an amount. */
export interface DueInstalment extends Pick<Instalment, 'number' | 'dueOn'> {
  readonly amount: Money;
}

/** What is due on each day; together the amount exactly. */
export function instalmentsOf(plan: readonly Instalment[], amount: Money): readonly DueInstalment[] {
  if (plan.length === 0) return [];
  const shares = allocate(
    amount,
    plan.map(({ weight }) => weight),
  );
  return plan.map(({ number, dueOn }, index) => ({
    number,
    dueOn,
    amount: shares[index] ?? { ...amount, amountMinor: 0n },
  }));
}

/** A payment of one instalment. */
export interface InstalmentPayout extends PlannedPayout {
  readonly instalment: number;
  readonly notBefore: string;
}

/**
 * Spreads payments over instalments, both in their order: each day takes of the next payment what it still needs. So the
 * payments of each day come to its instalment, and the parts of each payment to the payment, exactly. What was taken off
 * receivables is the first, because it was taken off already.
 */
export function spreadOverInstalments(
  payouts: readonly PlannedPayout[],
  due: readonly DueInstalment[],
): readonly InstalmentPayout[] {
  const credited = ({ means }: PlannedPayout): boolean => means === 'RECEIVABLE';
  const inOrder = [...payouts.filter(credited), ...payouts.filter((payout) => !credited(payout))];
  const spread: InstalmentPayout[] = [];
  let next = 0;
  let left = inOrder[0]?.amount.amountMinor ?? 0n;
  for (const { number: instalment, dueOn: notBefore, amount } of due) {
    let needed = amount.amountMinor;
    while (needed > 0n) {
      const payout = inOrder[next];
      if (payout === undefined) throw new Error('the payments come to less than the instalments');
      const amountMinor = needed < left ? needed : left;
      if (amountMinor > 0n)
        spread.push({ ...payout, amount: { ...payout.amount, amountMinor }, instalment, notBefore });
      needed -= amountMinor;
      left -= amountMinor;
      if (left === 0n) {
        next += 1;
        left = inOrder[next]?.amount.amountMinor ?? 0n;
      }
    }
  }
  if (next < inOrder.length) throw new Error('the payments come to more than the instalments');
  return spread;
}
