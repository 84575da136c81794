import { accept, refuse, type Outcome } from '@redress/kernel';
import { executeCommand, isDuplicateKey, type CommandResult, type TenantTransaction } from '@redress/persistence';
import { settleByEvidence } from '../../payment/pay-settlement/settle-by-evidence.policy';
import { answerOf, contradicts, decideEvidence } from '../model/payout-evidence.model';
import type { PayoutRefusal } from '../model/payout.errors';
import type { ProofDependencies } from './record-evidence.handler';

export interface ConfirmEvidence {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly evidenceId: string;
  readonly accepted: boolean;
  readonly expectedVersion: number;
}

/** Confirms or rejects what another person has recorded of a payment, and moves the payment on by it. The answer is the payment's id. */
export async function confirmEvidence(
  command: ConfirmEvidence,
  dependencies: ProofDependencies,
): Promise<CommandResult<string, PayoutRefusal>> {
  const { tenantId, subject, idempotencyKey, evidenceId, accepted, expectedVersion } = command;
  const request = { evidenceId, accepted, expectedVersion };
  const identity = {
    tenantId,
    operation: 'confirmPayoutEvidence',
    subject,
    idempotencyKey,
    request,
    keepForEver: true,
  };
  try {
    return await executeCommand<string, PayoutRefusal>(dependencies.database, identity, (tx) =>
      confirm(tx, command, dependencies),
    );
  } catch (error) {
    if (!isDuplicateKey(error, 'by_provider_reference')) throw error;
    const path = ['input', 'evidenceId'];
    return { outcome: refuse({ code: 'FINANCE_PAYOUT_REFERENCE_USED', path }), replayed: false };
  }
}

async function confirm(
  tx: TenantTransaction,
  { subject, evidenceId, accepted, expectedVersion }: ConfirmEvidence,
  { evidences, clock, ...paying }: ProofDependencies,
): Promise<Outcome<string, PayoutRefusal>> {
  const path = ['input', 'evidenceId'];
  const about = await evidences.find(tx, evidenceId);
  const payment = about && (await paying.payments.lockById(tx, about.paymentId));
  // Read again under the payment's lock, which all who decide on it take first.
  const evidence = payment && (await evidences.find(tx, evidenceId));
  if (payment === undefined || evidence === undefined) return refuse({ code: 'NOT_FOUND', path });
  const { version: currentVersion } = evidence;
  if (currentVersion !== expectedVersion) {
    const at = ['input', 'expectedVersion'];
    return refuse({ code: 'VERSION_CONFLICT', path: at, retryable: true, details: { currentVersion } });
  }
  if (accepted && contradicts(evidence, payment)) {
    return refuse({ code: 'FINANCE_PAYOUT_NOT_PROVABLE', path, details: { currentState: payment.state } });
  }
  const decision = decideEvidence(evidence, { accepted, by: subject, at: clock.now() });
  if (!decision.ok) return decision;
  await evidences.save(tx, decision.value);
  const answer = answerOf(decision.value, payment);
  if (answer !== undefined) await settleByEvidence(tx, payment, answer, paying);
  return accept(payment.id);
}
