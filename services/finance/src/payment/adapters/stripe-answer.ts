import { isCurrency } from '@redress/kernel';
import type { ProviderAnswer } from '../model/payment.model';
import { fromStripeAmount } from './stripe-amount';

/** What is used of a refund. */
export interface StripeRefund {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: string | null;
  readonly failure_reason?: string;
}

/** What Stripe says about a refund. One that is pending, or waits for its receiver, proves nothing yet. */
export function answerOfRefund({ id, amount, currency, status, failure_reason: why }: StripeRefund): ProviderAnswer {
  if (status === 'failed') return { kind: 'DECLINED', reason: codeOf(why ?? 'failed') };
  if (status === 'canceled') return { kind: 'DECLINED', reason: 'CANCELED' };
  if (status !== 'succeeded') return { kind: 'UNKNOWN', reason: `STRIPE_${codeOf(status ?? 'no_status')}` };
  const paid = isCurrency(currency.toUpperCase()) ? fromStripeAmount(amount, currency) : undefined;
  if (paid === undefined || id === '') return { kind: 'UNKNOWN', reason: 'STRIPE_ANSWER_NOT_UNDERSTOOD' };
  return { kind: 'PAID', providerReference: id, amount: paid };
}

/** What Stripe threw, as far as it is known. */
export interface StripeFailure {
  readonly statusCode?: number;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
}

/** Codes with which Stripe refuses a refund for good. */
const REFUSED: readonly string[] = [
  'amount_too_large',
  'amount_too_small',
  'charge_already_refunded',
  'charge_disputed',
  'charge_not_refundable',
  'payment_intent_unexpected_state',
];

/** Why Stripe will never make this refund; undefined when another attempt might, or when that cannot be told. */
export function refusalOf({ statusCode, code, param }: StripeFailure): string | undefined {
  if (statusCode !== 400 && statusCode !== 402) return undefined;
  if (code !== undefined && REFUSED.includes(code)) return codeOf(code);
  return param === 'amount' && code !== 'parameter_unknown' ? 'AMOUNT_REFUSED' : undefined;
}

/** Whether there is no such payment in the account. */
export function isMissing({ statusCode, code }: StripeFailure): boolean {
  return code === 'resource_missing' && (statusCode === 400 || statusCode === 404);
}

/** What to remember of an error that proves nothing. */
export function reasonOf({ statusCode, type, code }: StripeFailure): string {
  if (statusCode === undefined) return 'PROVIDER_UNREACHABLE';
  return `STRIPE_${statusCode}_${codeOf(code ?? type ?? 'error')}`;
}

function codeOf(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .slice(0, 60);
}
