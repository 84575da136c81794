import { minorUnitDigits, type Money, type Refusal } from '@redress/kernel';
import type { PurchaseRefusal } from './purchase.model';

/** What is wrong with a member of an order, and where it stands in the input. */
export type Complaint = Refusal<PurchaseRefusal>;

export const MOST_LINES = 500;
export const MOST_PAYMENTS = 50;
export const MOST_CHARGES = 20;
/** Far above any order, and low enough for sums of many to stay within 64 bits. */
const MOST_MINOR = 10n ** 15n;
const CHARGE_CODE = /^[A-Z][A-Z0-9_-]{0,31}$/;
const PRICE = /^\d{1,15}(\.\d{1,6})?$/;
const PERCENT = /^\d{1,3}(\.\d{1,6})?$/;
const RATE = /^\d{1,12}(\.\d{1,9})?$/;

/** An amount of the order's currency, not below the least and within what can be summed. */
export function moneyComplaints(
  { amountMinor, currency: given }: Money,
  { currency, least, path }: { readonly currency: string; readonly least: bigint; readonly path: readonly string[] },
): Complaint[] {
  if (given !== currency) return [{ code: 'FINANCE_CURRENCY_MISMATCH', path, details: { allowed: [currency] } }];
  return amountMinor < least || amountMinor > MOST_MINOR ? [{ code: 'INPUT_INVALID', path }] : [];
}

/** Complains when the condition does not hold. */
export function unless(holds: boolean, path: readonly string[], limit?: number): Complaint[] {
  if (holds) return [];
  return [{ code: 'INPUT_INVALID', path, ...(limit === undefined ? {} : { details: { limit } }) }];
}

export function isText(text: string, maximum: number): boolean {
  return text.trim() !== '' && text.length <= maximum;
}

/** The same for a member that may be missing. */
export function isTextIfGiven(text: string | undefined, maximum: number): boolean {
  return text === undefined || isText(text, maximum);
}

/** Capitals, digits, `-` and `_`: a code is part of the name of a ceiling. */
export function isChargeCode(code: string): boolean {
  return CHARGE_CODE.test(code);
}

export function isPriceIfGiven(price: string | undefined): boolean {
  return price === undefined || PRICE.test(price);
}

export function isPercentIfGiven(rate: string | undefined): boolean {
  return rate === undefined || PERCENT.test(rate);
}

/** A positive rate with up to nine digits after the point. */
export function isRate(rate: string): boolean {
  return RATE.test(rate) && /[1-9]/.test(rate);
}

export function isBaseCurrency(baseCurrency: string, currency: string): boolean {
  return minorUnitDigits(baseCurrency) >= 0 && baseCurrency !== currency;
}
