import { accept, newId, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { sendPayment, type EvidenceDependencies } from '../../payment/pay-settlement/settle-by-evidence.policy';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { EvidenceOpen, type PayoutEvidenceRepository } from '../model/payout-evidence.repository';
import { notProvable, type PayoutEvidence, type PayoutOutcome } from '../model/payout-evidence.model';
import type { PayoutRefusal } from '../model/payout.errors';

export interface RecordEvidence {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly payoutId: string;
  /** The means that the caller takes it for. */
  readonly means: 'MANUAL' | 'BANK_TRANSFER';
  readonly outcome: PayoutOutcome;
  readonly happenedOn: string;
  readonly reference: string;
  readonly proof: string;
}

export interface ProofDependencies extends EvidenceDependencies {
  readonly database: Database;
  readonly evidences: PayoutEvidenceRepository;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
}

const LONGEST = { reference: 128, proof: 500 };

/** Records what a person knows of a payment; it counts once another has confirmed it. The answer is the payment’s id. */
export async function recordEvidence(
  command: RecordEvidence,
  dependencies: ProofDependencies,
): Promise<CommandResult<string, PayoutRefusal>> {
  const { tenantId, subject, idempotencyKey, payoutId, means, outcome, happenedOn, reference, proof } = command;
  for (const field of ['reference', 'proof'] as const) {
    const { length } = command[field].trim();
    if (length > 0 && length <= LONGEST[field]) continue;
    const details = { limit: LONGEST[field] };
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', field], details }), replayed: false };
  }
  const request = { payoutId, means, outcome, happenedOn, reference, proof };
  const identity = { tenantId, operation: 'recordPayoutEvidence', subject, idempotencyKey, request, keepForEver: true };
  try {
    return await executeCommand<string, PayoutRefusal>(dependencies.database, identity, (tx) =>
      record(tx, command, dependencies),
    );
  } catch (error) {
    if (!(error instanceof EvidenceOpen)) throw error;
    const path = ['input', 'payoutId'];
    return { outcome: refuse({ code: 'FINANCE_PAYOUT_EVIDENCE_OPEN', path }), replayed: false };
  }
}

async function record(
  tx: TenantTransaction,
  { subject, payoutId, means, outcome, happenedOn, reference, proof }: RecordEvidence,
  { evidences, calendar, clock, ...paying }: ProofDependencies,
): Promise<Outcome<string, PayoutRefusal>> {
  const path = ['input', 'payoutId'];
  const payment = await paying.payments.lockById(tx, payoutId);
  if (payment === undefined) return refuse({ code: 'NOT_FOUND', path });
  const problem = notProvable(payment, means, outcome);
  if (problem !== undefined) {
    const facts = { day: payment.notBefore ?? '' };
    return refuse({ code: problem, path, facts, details: { currentState: payment.state } });
  }
  const now = clock.now();
  if (happenedOn > (await calendar.dayOf(tx, now))) {
    return refuse({ code: 'INPUT_INVALID', path: ['input', 'happenedOn'] });
  }
  const evidence: PayoutEvidence = {
    ...{ id: newId(), paymentId: payoutId, outcome, happenedOn, reference: reference.trim(), proof: proof.trim() },
    ...{ state: 'RECORDED', recordedBy: subject, recordedAt: now, version: 1 },
  };
  await evidences.add(tx, evidence);
  if (payment.state === 'PENDING') await sendPayment(tx, payment, paying);
  return accept(payoutId);
}
