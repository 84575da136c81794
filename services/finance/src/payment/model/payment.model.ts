import type { Money } from '@redress/kernel';
import { paymentStates, type PaymentState } from './payment.transitions';
import { endToEndIdOf, type PayoutMeans } from './payout-means.model';

/** One payout: the intent, stored before anybody outside hears of it, and what became of it. */
export interface Payment {
  readonly id: string;
  readonly settlementId: string;
  /** Which of the settlement's payments, from 1. */
  readonly sequence: number;
  readonly means: PayoutMeans;
  /** Who pays; for a means that is no provider, its own name. */
  readonly provider: string;
  /** The payment of the order that this gives back, and the provider's reference of it. */
  readonly originalPaymentId?: string;
  readonly originalReference?: string;
  /** Names it on a bank statement; of bank transfers. */
  readonly endToEndId?: string;
  /** Which instalment of the settlement it pays. */
  readonly instalment?: number;
  /** The first day on which it may be made, `2026-11-30`. */
  readonly notBefore?: string;
  /** When that day begins; absent from then on. Nobody is asked to pay before. */
  readonly heldUntil?: Date;
  /** Sequence of the declined payment that it stands in for. */
  readonly redirects?: number;
  /** Sequence of the payment that stands in for it. */
  readonly redirectedTo?: number;
  /** Travels to the provider with every call; the same for all attempts, so that the provider pays at most once. */
  readonly idempotencyKey: string;
  /** The settlement's number, which the provider shows on its statement. */
  readonly reference: string;
  /** Whom the provider pays: the customer by its identifier, never by name. */
  readonly beneficiary: string;
  readonly amount: Money;
  readonly state: PaymentState;
  /** How many times the provider was asked to pay. */
  readonly attempts: number;
  /** Consecutive steps that proved nothing; sets the back-off. */
  readonly misses: number;
  readonly providerReference?: string;
  /** What is known of the last step that did not succeed. */
  readonly reason?: string;
}

/** What the provider says about a payment. UNKNOWN is everything that proves nothing: a time-out, an error, nonsense. */
export type ProviderAnswer =
  | { readonly kind: 'PAID'; readonly providerReference: string; readonly amount: Money }
  | { readonly kind: 'DECLINED'; readonly reason: string }
  | { readonly kind: 'ABSENT' }
  | { readonly kind: 'UNKNOWN'; readonly reason: string };

/** What the settlement must know about its payment. */
export type PaymentNotice =
  | { readonly type: 'PaymentStarted' }
  | {
      readonly type: 'PaymentAttempted';
      readonly attempt: number;
      readonly result: 'SUCCEEDED' | 'DECLINED' | 'UNKNOWN';
    }
  | { readonly type: 'PaymentSucceeded'; readonly providerReference: string }
  | { readonly type: 'PaymentDeclined'; readonly reason: string };

/** When a payment is made that is one of several in time. */
export type Scheduling = Pick<Payment, 'instalment' | 'notBefore' | 'heldUntil'>;

/** What an intent to pay is made from. */
export type PaymentIntent = Pick<Payment, 'id' | 'settlementId' | 'provider' | 'reference' | 'beneficiary' | 'amount'> &
  Partial<Pick<Payment, 'sequence' | 'means' | 'originalPaymentId' | 'originalReference' | 'redirects'>> &
  Scheduling;

/** The intent to pay. Its key is made of the settlement's id and the sequence, so that each can only ever be paid once. */
export function intendPayment(intent: PaymentIntent): Payment {
  if (intent.amount.amountMinor <= 0n) throw new RangeError(`payment ${intent.id} must be of a positive amount`);
  const { settlementId, sequence = 1, means = 'PROVIDER' } = intent;
  const idempotencyKey = sequence === 1 ? settlementId : `${settlementId}:${sequence}`;
  const onStatements = means === 'BANK_TRANSFER' ? { endToEndId: endToEndIdOf(settlementId, sequence) } : {};
  const fresh = { state: paymentStates.initial, attempts: 0, misses: 0 };
  return { ...intent, ...onStatements, ...fresh, sequence, means, idempotencyKey };
}

/** Whether nothing more will happen to the payment. */
export function isSettled(payment: Payment): boolean {
  return paymentStates.isFinal(payment.state);
}

/** What to do next: call the provider, or, when money may already have moved, ask it what it knows under the key. */
export function nextStep(payment: Payment): 'call' | 'query' | 'none' {
  if (isSettled(payment)) return 'none';
  return payment.state === 'PENDING' ? 'call' : 'query';
}
