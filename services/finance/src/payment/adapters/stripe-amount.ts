import { minorUnitDigits, type Money } from '@redress/kernel';

/** Stripe still writes these with two digits after the point, though ISO 4217 gives them none. */
const WITH_TWO_DIGITS_AT_STRIPE: readonly string[] = ['ISK', 'UGX'];

function factorOf(currency: string): bigint {
  return WITH_TWO_DIGITS_AT_STRIPE.includes(currency) && minorUnitDigits(currency) === 0 ? 100n : 1n;
}

/** The amount as Stripe counts it. */
export function toStripeAmount({ amountMinor, currency }: Money): { amount: number; currency: string } {
  const amount = amountMinor * factorOf(currency);
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('an amount that large is no single refund');
  return { amount: Number(amount), currency: currency.toLowerCase() };
}

/** What Stripe says, as money; undefined for what is none. */
export function fromStripeAmount(amount: number, code: string): Money | undefined {
  const currency = code.toUpperCase();
  const factor = factorOf(currency);
  if (!Number.isSafeInteger(amount) || BigInt(amount) % factor !== 0n) return undefined;
  return { amountMinor: BigInt(amount) / factor, currency };
}
