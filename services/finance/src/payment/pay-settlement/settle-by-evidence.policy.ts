import type { TenantTransaction } from '@redress/persistence';
import type { Payment, PaymentNotice, ProviderAnswer } from '../model/payment.model';
import type { PaymentRepository } from '../model/payment.repository';
import { beginCall, recordCall, recordEvidence } from './pay-settlement.decide';

export interface EvidenceDependencies {
  readonly payments: PaymentRepository;
  readonly follow: (tx: TenantTransaction, payment: Payment, notices: readonly PaymentNotice[]) => Promise<void>;
}

/** Stores that a locked payment, which no worker carries out, is on its way: from here on the money may have moved. */
export async function sendPayment(
  tx: TenantTransaction,
  pending: Payment,
  { payments, follow }: EvidenceDependencies,
): Promise<Payment> {
  const { payment, notices } = beginCall(pending);
  await payments.putBack(tx, payment, undefined);
  await follow(tx, payment, notices);
  return payment;
}

/**
 * Moves a locked payment on by what a statement or two people prove about it, with its settlement and the books. One
 * that nobody is known to have sent counts as sent first.
 */
export async function settleByEvidence(
  tx: TenantTransaction,
  found: Payment,
  answer: ProviderAnswer,
  dependencies: EvidenceDependencies,
): Promise<Payment> {
  const { payments, follow } = dependencies;
  const proof = answer.kind === 'PAID' || answer.kind === 'DECLINED';
  const unsent = proof && found.state === 'PENDING' && found.attempts === 0;
  const sent = unsent ? await sendPayment(tx, found, dependencies) : found;
  const { payment, notices } = proof ? recordCall(sent, answer) : recordEvidence(sent, answer);
  await payments.putBack(tx, payment, undefined);
  await follow(tx, payment, notices);
  return payment;
}
