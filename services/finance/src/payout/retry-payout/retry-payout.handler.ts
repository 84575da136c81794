import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { PaymentRepository } from '../../payment/model/payment.repository';
import type { PayoutRefusal } from '../model/payout.errors';

export interface RetryPayout {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly payoutId: string;
}

export interface RetryDependencies {
  readonly database: Database;
  readonly payments: PaymentRepository;
  readonly wake: () => void;
}

/** Takes the next step of a payment now instead of after its pause; which step that is, its state decides as ever. */
export function retryPayout(
  { tenantId, subject, idempotencyKey, payoutId }: RetryPayout,
  { database, payments, wake }: RetryDependencies,
): Promise<CommandResult<string, PayoutRefusal>> {
  const command = { tenantId, operation: 'retryPayout', subject, idempotencyKey, request: { payoutId } };
  return executeCommand<string, PayoutRefusal>(database, command, async (tx) => {
    const payment = await payments.lockById(tx, payoutId);
    if (payment === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'payoutId'] });
    if (!(await payments.hasten(tx, payoutId))) {
      const details = { currentState: payment.state };
      return refuse({ code: 'FINANCE_PAYOUT_NOT_WAITING', path: ['input', 'payoutId'], details });
    }
    tx.afterCommit(wake);
    return accept(payoutId);
  });
}
