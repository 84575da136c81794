import { accept, refuse, subtractMoney, type Money, type Outcome } from '@redress/kernel';
import type { VoucherRefusal } from './voucher.errors';

/** Store credit: owed in goods to whom it was issued, or whoever shows its code. */
export interface Voucher {
  readonly id: string;
  /** Key of the payment that it fulfils; one payment never issues two. */
  readonly issuedFor: string;
  readonly settlementId: string;
  readonly payee: string;
  readonly amount: Money;
  readonly remaining: Money;
  readonly issuedAt: Date;
  /** The last day on which it is taken, `2029-11-30`. */
  readonly expiresOn: string;
  readonly codeHash?: string;
  readonly codeGivenBy?: string;
  readonly codeGivenAt?: Date;
  /** How many times something was taken from it. */
  readonly redemptions: number;
  readonly version: number;
}

/** What is taken from a voucher for one purchase. */
export interface Redemption {
  readonly sequence: number;
  /** What was bought, in the words of the shop's own system. */
  readonly reference: string;
  readonly amount: Money;
}

/** Takes an amount from a voucher, never more than is left. */
export function redeem(
  voucher: Voucher,
  amount: Money,
  { today, reference }: { readonly today: string; readonly reference: string },
): Outcome<{ readonly voucher: Voucher; readonly redemption: Redemption }, VoucherRefusal> {
  const path = ['input', 'amount'];
  if (amount.currency !== voucher.amount.currency) {
    return refuse({ code: 'FINANCE_VOUCHER_OTHER_CURRENCY', path, facts: { currency: voucher.amount.currency } });
  }
  if (amount.amountMinor <= 0n) return refuse({ code: 'FINANCE_AMOUNT_NOT_POSITIVE', path });
  if (today > voucher.expiresOn) {
    return refuse({ code: 'FINANCE_VOUCHER_EXPIRED', path: ['input', 'code'], facts: { day: voucher.expiresOn } });
  }
  if (amount.amountMinor > voucher.remaining.amountMinor) {
    return refuse({ code: 'FINANCE_VOUCHER_EXCEEDED', path, details: { maximum: voucher.remaining } });
  }
  const sequence = voucher.redemptions + 1;
  const remaining = subtractMoney(voucher.remaining, amount);
  return accept({
    voucher: { ...voucher, remaining, redemptions: sequence, version: voucher.version + 1 },
    redemption: { sequence, reference, amount },
  });
}

/** The day some months after another; the last of the month where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
