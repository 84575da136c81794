import { createHash } from 'node:crypto';
import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Payment } from '../../payment/model/payment.model';
import { sendPayment, type EvidenceDependencies } from '../../payment/pay-settlement/settle-by-evidence.policy';
import { pain001 } from '../model/pain-001.model';
import { stepBatch, type BatchStep, type TransferBatch } from '../model/transfer-batch.model';
import type { TransferBatchRepository } from '../model/transfer-batch.repository';
import type { TransferRefusal } from '../model/transfer.errors';

export interface DecideBatch {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly batchId: string;
  readonly step: BatchStep;
  readonly expectedVersion: number;
}

export interface DecideBatchDependencies extends EvidenceDependencies {
  readonly database: Database;
  readonly batches: TransferBatchRepository;
  readonly clock: Clock;
}

/** Releases a batch, says that it was sent, or gives it up. The answer is the batch's id. */
export function decideBatch(
  command: DecideBatch,
  dependencies: DecideBatchDependencies,
): Promise<CommandResult<string, TransferRefusal>> {
  const { tenantId, subject, idempotencyKey, batchId, step, expectedVersion } = command;
  const request = { batchId, expectedVersion };
  const operation = `${step}BankTransferBatch`;
  const identity = { tenantId, operation, subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, TransferRefusal>(dependencies.database, identity, (tx) =>
    take(tx, command, dependencies),
  );
}

async function take(
  tx: TenantTransaction,
  { subject, batchId, step, expectedVersion }: DecideBatch,
  { batches, clock, ...paying }: DecideBatchDependencies,
): Promise<Outcome<string, TransferRefusal>> {
  const batch = await batches.lock(tx, batchId);
  if (batch === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'batchId'] });
  const { version: currentVersion } = batch;
  if (currentVersion !== expectedVersion) {
    const path = ['input', 'expectedVersion'];
    return refuse({ code: 'VERSION_CONFLICT', path, retryable: true, details: { currentVersion } });
  }
  const decision = stepBatch(batch, step, { by: subject, at: clock.now() });
  if (!decision.ok) return decision;
  const stepped = step === 'release' ? await release(tx, decision.value, batches, paying) : decision;
  if (!stepped.ok) return stepped;
  await batches.save(tx, stepped.value);
  if (step === 'cancel') await batches.freeTransfers(tx, batchId);
  return accept(batchId);
}

/**
 * From here on the file may be at the bank, so every payment in it counts as on its way. A payee who has got another
 * account since the draft was made is not paid to the one before.
 */
async function release(
  tx: TenantTransaction,
  batch: TransferBatch,
  batches: TransferBatchRepository,
  paying: EvidenceDependencies,
): Promise<Outcome<TransferBatch, TransferRefusal>> {
  const transfers = await batches.transfersOf(tx, batch.id);
  const pending: Payment[] = [];
  for (const { paymentId } of transfers) {
    const payment = await paying.payments.lockById(tx, paymentId);
    if (payment?.state !== 'PENDING') throw new Error(`payment ${paymentId} is in a draft and not pending`);
    pending.push(payment);
  }
  const count = await batches.outdated(tx, batch.id);
  if (count > 0) {
    const path = ['input', 'batchId'];
    return refuse({ code: 'FINANCE_TRANSFER_PAYEE_ACCOUNT_CHANGED', path, facts: { count } });
  }
  for (const payment of pending) await sendPayment(tx, payment, paying);
  return accept({ ...batch, fileSha256: sha256Of(pain001(batch, transfers)) });
}

/** By which a file that was written again is known to be the one that was released. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
