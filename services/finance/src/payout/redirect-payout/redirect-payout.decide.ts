import { accept, refuse, type Outcome } from '@redress/kernel';
import { intendPayment, type Payment } from '../../payment/model/payment.model';
import { isAutomatic, type PayoutRoute } from '../../payment/model/payout-means.model';
import { paymentStates } from '../../payment/model/payment.transitions';
import type { SettlementState } from '../../settlement/model/settlement.transitions';
import type { PayoutRefusal } from '../model/payout.errors';

/** The payment that is given up, and the one that stands in for it. */
export interface Redirection {
  readonly old: Payment;
  readonly replacement: Payment;
}

/** What the decision depends on beside the payment. */
export interface RedirectionFacts {
  readonly settlementState: SettlementState;
  readonly inBatch: boolean;
  readonly id: string;
  readonly sequence: number;
}

/**
 * Pays the same amount in another way, under a key of its own. Only where it is certain that nothing moved: the payment
 * was declined, or nobody was ever asked to pay it. What is not known is never redirected.
 */
export function redirectPayout(
  payment: Payment,
  route: PayoutRoute,
  { settlementState, inBatch, id, sequence }: RedirectionFacts,
): Outcome<Redirection, PayoutRefusal> {
  const path = ['input', 'payoutId'];
  const { state } = payment;
  if (mayHaveMoved(payment)) {
    return refuse({ code: 'FINANCE_PAYOUT_OUTCOME_UNKNOWN', path, details: { currentState: state } });
  }
  const owed = settlementState === 'APPROVED' || settlementState === 'PAYING';
  if (!owed || state === 'SUCCEEDED' || payment.redirectedTo !== undefined) {
    return refuse({ code: 'FINANCE_PAYOUT_NOT_REDIRECTABLE', path, details: { currentState: settlementState } });
  }
  if (inBatch && state === 'PENDING') return refuse({ code: 'FINANCE_PAYOUT_IN_BATCH', path });
  const { settlementId, reference, beneficiary, amount, instalment, notBefore, heldUntil } = payment;
  const scheduling = {
    ...(instalment === undefined ? {} : { instalment }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(heldUntil === undefined ? {} : { heldUntil }),
  };
  const owedStill = { id, settlementId, reference, beneficiary, amount, sequence, redirects: payment.sequence };
  return accept({
    old: { ...withdrawn(payment, 'REDIRECTED'), redirectedTo: sequence },
    replacement: intendPayment({ ...owedStill, ...scheduling, ...route }),
  });
}

/** A provider that was called once may still act, even when it says that it knows nothing yet. */
export function mayHaveMoved({ state, attempts, means }: Payment): boolean {
  // What was taken off a receivable was taken off with the approval.
  if (means === 'RECEIVABLE') return true;
  return state === 'SENT' || state === 'UNKNOWN' || (state === 'PENDING' && attempts > 0 && isAutomatic(means));
}

/** A payment that nobody was asked to make is not made any more; one that was declined stays as it is. */
export function withdrawn(payment: Payment, reason: string): Payment {
  const state = paymentStates.next(payment.state, 'decline');
  return state === undefined ? payment : { ...payment, state, reason };
}
