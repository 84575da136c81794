import { isSettled, type Payment, type PaymentNotice, type ProviderAnswer } from '../model/payment.model';
import { paymentStates, type PaymentAction } from '../model/payment.transitions';

const LONGEST_PAUSE_MS = 300_000;

/** A payment after a step, and what its settlement must be told. */
export interface PaymentStep {
  readonly payment: Payment;
  readonly notices: readonly PaymentNotice[];
}

/** Stored before the provider is called: from here on the money may have moved. */
export function beginCall(payment: Payment): PaymentStep {
  const attempts = payment.attempts + 1;
  return {
    payment: moved({ ...payment, attempts }, 'send'),
    notices: attempts === 1 ? [{ type: 'PaymentStarted' }] : [],
  };
}

/** Whether the answer settles the payment whoever brings it; every other answer counts only from the lease's holder. */
export function isProof(answer: ProviderAnswer): boolean {
  return answer.kind === 'PAID' || answer.kind === 'DECLINED';
}

/** Records how a call of the provider was answered. An answer to a payment that is settled already changes nothing. */
export function recordCall(payment: Payment, answer: ProviderAnswer): PaymentStep {
  if (payment.state !== 'SENT') return recordEvidence(payment, answer);
  const attempt = payment.attempts;
  const proof = proven(payment, answer);
  if (proof === undefined) {
    return {
      payment: missed(payment, 'lose', whyNotProven(answer)),
      notices: [{ type: 'PaymentAttempted', attempt, result: 'UNKNOWN' }],
    };
  }
  const result = proof.payment.state === 'SUCCEEDED' ? 'SUCCEEDED' : 'DECLINED';
  return { ...proof, notices: [{ type: 'PaymentAttempted', attempt, result }, ...proof.notices] };
}

/**
 * Records what the provider knows under the key. A payment found SENT was being called by a process that did not live
 * to record the answer: that attempt counts as unanswered first.
 */
export function recordEvidence(payment: Payment, answer: ProviderAnswer): PaymentStep {
  if (isSettled(payment)) return { payment, notices: [] };
  const abandoned = payment.state === 'SENT';
  const asked = abandoned ? moved(payment, 'lose') : payment;
  const unanswered: PaymentNotice[] = abandoned
    ? [{ type: 'PaymentAttempted', attempt: payment.attempts, result: 'UNKNOWN' }]
    : [];
  const proof = proven(asked, answer);
  if (proof !== undefined) return { ...proof, notices: [...unanswered, ...proof.notices] };
  if (asked.state === 'PENDING') return { payment, notices: [] };
  const action = answer.kind === 'ABSENT' ? 'miss' : 'lose';
  return { payment: missed(asked, action, whyNotProven(answer)), notices: unanswered };
}

/** Pause before the next step: doubles with every step that proved nothing, up to five minutes; none when it is settled. */
export function pauseMs(payment: Payment, firstMs: number): number | undefined {
  if (isSettled(payment)) return undefined;
  const doublings = Math.min(Math.max(payment.misses - 1, 0), 20);
  return Math.min(firstMs * 2 ** doublings, LONGEST_PAUSE_MS);
}

function proven(payment: Payment, answer: ProviderAnswer): PaymentStep | undefined {
  if (answer.kind === 'PAID' && isOurs(payment, answer)) {
    const { providerReference } = answer;
    return {
      payment: withoutReason({ ...moved(payment, 'succeed'), providerReference, misses: 0 }),
      notices: [{ type: 'PaymentSucceeded', providerReference }],
    };
  }
  if (answer.kind === 'DECLINED') {
    const { reason } = answer;
    return {
      payment: { ...moved(payment, 'decline'), reason, misses: 0 },
      notices: [{ type: 'PaymentDeclined', reason }],
    };
  }
  return undefined;
}

/** Money that moved in another amount or currency is not this payment: a person has to look at it. */
function isOurs({ amount }: Payment, paid: Extract<ProviderAnswer, { kind: 'PAID' }>): boolean {
  return amount.amountMinor === paid.amount.amountMinor && amount.currency === paid.amount.currency;
}

function whyNotProven(answer: ProviderAnswer): string {
  switch (answer.kind) {
    case 'UNKNOWN':
      return answer.reason;
    case 'ABSENT':
      return 'PROVIDER_DOES_NOT_KNOW_IT';
    case 'PAID':
      return 'PROVIDER_PAID_ANOTHER_AMOUNT';
    case 'DECLINED':
      return 'DECLINED';
  }
}

function missed(payment: Payment, action: PaymentAction, reason: string): Payment {
  return { ...moved(payment, action), reason, misses: payment.misses + 1 };
}

function moved(payment: Payment, action: PaymentAction): Payment {
  const state = paymentStates.next(payment.state, action);
  if (state === undefined) throw new Error(`payment ${payment.id} is ${payment.state} and cannot ${action}`);
  return { ...payment, state };
}

function withoutReason({ reason: _reason, ...payment }: Payment): Payment {
  return payment;
}
