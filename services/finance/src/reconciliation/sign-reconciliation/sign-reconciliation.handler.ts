import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { ReconciliationRefusal } from '../model/reconciliation.errors';

export interface SignReconciliation {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly accountId: string;
  readonly from: string;
  readonly to: string;
  /** What was seen. */
  readonly sha256: string;
}

export interface SignDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendar: Pick<TenantCalendar, 'dayOf'>;
  /** What it is now. */
  readonly digest: (command: SignReconciliation) => Promise<string>;
}

/**
 * Signs a reconciliation that is still as it was seen, to a day that has come: a month is closed on it, and nobody knows yet
 * what a later day brings. The answer is the account's id.
 */
export async function signReconciliation(
  command: SignReconciliation,
  { database, clock, calendar, digest }: SignDependencies,
): Promise<CommandResult<string, ReconciliationRefusal>> {
  const { tenantId, subject, idempotencyKey, accountId, from, to, sha256 } = command;
  const request = { accountId, from, to, sha256 };
  const identity = { tenantId, operation: 'signReconciliation', subject, idempotencyKey, request, keepForEver: true };
  const now = await digest(command);
  return executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
    const day = await calendar.dayOf(tx, clock.now());
    if (to > day) return refuse({ code: 'FINANCE_RECONCILIATION_NOT_OVER', path: ['input', 'to'], facts: { day } });
    if (now !== sha256.toLowerCase()) {
      return refuse({ code: 'FINANCE_STATEMENT_CHANGED', path: ['input', 'sha256'], retryable: true });
    }
    await tx.insertMany('signed_reconciliation', [
      {
        ...{ id: newId(), account_id: accountId, from_on: from, to_on: to, sha256: Buffer.from(now, 'hex') },
        ...{ signed_by: subject, signed_at: clock.now() },
      },
    ]);
    return accept(accountId);
  });
}
