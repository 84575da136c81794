import { accept, refuse, type Outcome } from '@redress/kernel';
import { isSettled, type Payment, type ProviderAnswer } from '../../payment/model/payment.model';
import type { PayoutRefusal } from './payout.errors';

export const PAYOUT_OUTCOMES = ['PAID', 'REFUSED'] as const;
/** PAID: the money left. REFUSED: the bank did not carry it out, or sent it back. */
export type PayoutOutcome = (typeof PAYOUT_OUTCOMES)[number];

export const EVIDENCE_STATES = ['RECORDED', 'CONFIRMED', 'REJECTED'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** What a person says about a payment for which no provider speaks. */
export interface PayoutEvidence {
  readonly id: string;
  readonly paymentId: string;
  readonly outcome: PayoutOutcome;
  /** The day on which it happened, `2026-11-20`. */
  readonly happenedOn: string;
  /** Of the bank or the receipt. */
  readonly reference: string;
  /** Where the proof is: a note, or the id of a file. */
  readonly proof: string;
  readonly state: EvidenceState;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly version: number;
}

/** Why nothing can be recorded about the payment; undefined when it can. */
export function notProvable(
  payment: Payment,
  expectedMeans: 'MANUAL' | 'BANK_TRANSFER',
  outcome: PayoutOutcome,
): 'FINANCE_PAYOUT_OTHER_MEANS' | 'FINANCE_PAYOUT_NOT_PROVABLE' | 'FINANCE_PAYOUT_NOT_DUE' | undefined {
  const { means, state } = payment;
  if (means !== expectedMeans) return 'FINANCE_PAYOUT_OTHER_MEANS';
  if (isSettled(payment)) return 'FINANCE_PAYOUT_NOT_PROVABLE';
  if (payment.heldUntil !== undefined) return 'FINANCE_PAYOUT_NOT_DUE';
  const expected = means === 'MANUAL' ? state === 'PENDING' && outcome === 'PAID' : state !== 'PENDING';
  return expected ? undefined : 'FINANCE_PAYOUT_NOT_PROVABLE';
}

/** Whether the payment has ended otherwise meanwhile, for example because a statement shows that it left. */
export function contradicts({ outcome }: PayoutEvidence, payment: Payment): boolean {
  return isSettled(payment) && (payment.state === 'SUCCEEDED') !== (outcome === 'PAID');
}

/** A second person confirms or rejects what the first has recorded. */
export function decideEvidence(
  evidence: PayoutEvidence,
  { accepted, by, at }: { readonly accepted: boolean; readonly by: string; readonly at: Date },
): Outcome<PayoutEvidence, PayoutRefusal> {
  if (evidence.state !== 'RECORDED') {
    const details = { currentState: evidence.state };
    return refuse({ code: 'FINANCE_PAYOUT_EVIDENCE_DECIDED', path: ['input', 'evidenceId'], details });
  }
  if (evidence.recordedBy === by) return refuse({ code: 'FINANCE_PAYOUT_FOUR_EYES', path: ['input', 'evidenceId'] });
  const state = accepted ? 'CONFIRMED' : 'REJECTED';
  return accept({ ...evidence, state, decidedBy: by, decidedAt: at, version: evidence.version + 1 });
}

/** What a decided evidence proves about the payment; undefined when everything stays as it is. */
export function answerOf({ state, outcome, reference }: PayoutEvidence, payment: Payment): ProviderAnswer | undefined {
  if (state === 'CONFIRMED') {
    if (outcome === 'REFUSED') return { kind: 'DECLINED', reason: 'REFUSED_BY_BANK' };
    return { kind: 'PAID', providerReference: reference, amount: payment.amount };
  }
  // A payment by hand that did not take place can be made again; what became of a transfer is not known by that.
  return payment.means === 'MANUAL' ? { kind: 'ABSENT' } : undefined;
}
