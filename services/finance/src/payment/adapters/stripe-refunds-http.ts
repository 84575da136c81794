import Stripe from 'stripe';
import type { PaymentProvider } from '../model/payment-provider.client';
import type { Payment, ProviderAnswer } from '../model/payment.model';
import { toStripeAmount } from './stripe-amount';
import { answerOfRefund, isMissing, reasonOf, refusalOf, type StripeFailure } from './stripe-answer';

export interface StripeOptions {
  readonly secretKey: string;
  /** Another address than Stripe's own. */
  readonly url?: string;
  readonly timeoutMs: number;
}

/** Where our key stands in Stripe's record of a refund. */
const KEY = 'redress_key';
const PAGE = 100;

/**
 * Refunds through Stripe. Our key is Stripe's idempotency key and stands in the refund's metadata: the first makes a
 * repeated call harmless for a day, the second lets the refund be found for ever. The library's own retries are off,
 * because each attempt is one that finance has recorded.
 */
export function stripeRefundsOverHttp({ secretKey, url, timeoutMs }: StripeOptions): PaymentProvider {
  const stripe = new Stripe(secretKey, {
    ...(url === undefined ? {} : addressOf(url)),
    ...{ timeout: timeoutMs, maxNetworkRetries: 0, telemetry: false },
  });

  const find = async (payment: Payment): Promise<ProviderAnswer> => {
    const refunds = stripe.refunds.list({ ...originalOf(payment), limit: PAGE });
    for await (const refund of refunds) {
      if (refund.metadata?.[KEY] === payment.idempotencyKey) return answerOfRefund(refund);
    }
    return { kind: 'ABSENT' };
  };

  const refund = async (payment: Payment): Promise<ProviderAnswer> => {
    const { idempotencyKey, reference } = payment;
    const made = await stripe.refunds.create(
      {
        ...originalOf(payment),
        amount: toStripeAmount(payment.amount).amount,
        metadata: { [KEY]: idempotencyKey, settlement: reference },
      },
      { idempotencyKey },
    );
    return answerOfRefund(made);
  };

  return {
    ...{ name: 'stripe', refundsOnly: true, timeoutMs },
    async pay(payment) {
      if (payment.originalReference === undefined) return { kind: 'DECLINED', reason: 'NO_ORIGINAL_PAYMENT' };
      try {
        return await refund(payment);
      } catch (error) {
        return afterFailure(payment, failureOf(error), find);
      }
    },
    async query(payment) {
      if (payment.originalReference === undefined) return { kind: 'ABSENT' };
      return find(payment).catch((error: unknown) => ({ kind: 'UNKNOWN', reason: reasonOf(failureOf(error)) }));
    },
  };
}

/**
 * A refusal is proof only when no refund of ours exists: an earlier call may be the very reason why the rest of the
 * payment is too little. Where the payment itself is not found, only the first call can tell that nothing happened.
 */
async function afterFailure(
  payment: Payment,
  failure: StripeFailure,
  find: (payment: Payment) => Promise<ProviderAnswer>,
): Promise<ProviderAnswer> {
  const unknown: ProviderAnswer = { kind: 'UNKNOWN', reason: reasonOf(failure) };
  if (isMissing(failure)) return payment.attempts <= 1 ? { kind: 'DECLINED', reason: 'RESOURCE_MISSING' } : unknown;
  const refusal = refusalOf(failure);
  if (refusal === undefined) return unknown;
  const found = await find(payment).catch(() => unknown);
  return found.kind === 'ABSENT' ? { kind: 'DECLINED', reason: refusal } : found;
}

function originalOf({ originalReference = '' }: Payment): { payment_intent: string } | { charge: string } {
  return originalReference.startsWith('pi_') ? { payment_intent: originalReference } : { charge: originalReference };
}

function addressOf(url: string) {
  const { protocol, hostname, port } = new URL(url);
  const plain = protocol === 'http:';
  const standard = plain ? '80' : '443';
  return { protocol: plain ? ('http' as const) : ('https' as const), host: hostname, port: port || standard };
}

function failureOf(error: unknown): StripeFailure {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const { statusCode, rawType, code, param } = error;
  return {
    ...(statusCode === undefined ? {} : { statusCode }),
    ...(rawType === undefined ? {} : { type: rawType }),
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
  };
}
