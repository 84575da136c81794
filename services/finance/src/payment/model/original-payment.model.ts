/** A payment by which an order was paid, with what went back through it already. */
export interface OriginalPayment {
  readonly id: string;
  readonly provider: string;
  readonly reference: string;
  readonly paidMinor: bigint;
  /** Everything that was not declined, so also what is on its way. */
  readonly refundedMinor: bigint;
}

/** What goes back through one original payment; always more than nothing. */
export interface RefundShare {
  readonly original: OriginalPayment;
  readonly amountMinor: bigint;
}

export interface RefundSpread {
  readonly shares: readonly RefundShare[];
  /** What no original payment can take. */
  readonly restMinor: bigint;
}

/**
 * Spreads a refund over the payments of its order, the earliest first, each up to what was paid through it less what
 * went back already. Shares and rest come to the amount exactly.
 */
export function spreadRefund(amountMinor: bigint, originals: readonly OriginalPayment[]): RefundSpread {
  const shares: RefundShare[] = [];
  let restMinor = amountMinor;
  for (const original of originals) {
    const left = original.paidMinor - original.refundedMinor;
    const share = left < restMinor ? left : restMinor;
    if (share <= 0n) continue;
    shares.push({ original, amountMinor: share });
    restMinor -= share;
  }
  return { shares, restMinor };
}
