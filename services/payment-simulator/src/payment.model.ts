/** What a caller asks to be paid out. */
export interface PaymentOrder {
  readonly reference: string;
  readonly beneficiary: string;
  /** Whole minor units as decimal text. */
  readonly amountMinor: string;
  readonly currency: string;
}

export type PaymentStatus = 'SUCCEEDED' | 'DECLINED';

/** What the provider did, for good, under one idempotency key. */
export interface PaymentRecord extends PaymentOrder {
  readonly id: string;
  readonly key: string;
  readonly status: PaymentStatus;
  readonly reason?: string;
  readonly createdAt: string;
}

/** Whether both orders ask for the same payment. */
export function sameOrder(left: PaymentOrder, right: PaymentOrder): boolean {
  return (
    left.reference === right.reference &&
    left.beneficiary === right.beneficiary &&
    left.amountMinor === right.amountMinor &&
    left.currency === right.currency
  );
}

/** Sum and number of the payments that succeeded, by currency: what a bank statement would show. */
export function totalsByCurrency(
  records: Iterable<PaymentRecord>,
): { currency: string; amountMinor: string; count: number }[] {
  const totals = new Map<string, { sum: bigint; count: number }>();
  for (const record of records) {
    if (record.status !== 'SUCCEEDED') continue;
    const total = totals.get(record.currency) ?? { sum: 0n, count: 0 };
    total.sum += BigInt(record.amountMinor);
    total.count += 1;
    totals.set(record.currency, total);
  }
  return [...totals]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, { sum, count }]) => ({ currency, amountMinor: sum.toString(), count }));
}
