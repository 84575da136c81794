import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { BankAccountRepository } from '../model/bank-account.repository';
import type { MatchingRunRepository } from '../model/matching-run.repository';
import type { ReconciliationRefusal } from '../model/reconciliation.errors';

export interface RequestRun {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly accountId: string;
}

export interface RunDependencies {
  readonly database: Database;
  readonly accounts: BankAccountRepository;
  readonly runs: MatchingRunRepository;
  readonly clock: Clock;
  readonly wake: () => void;
}

/** Asks for a run of the account's rules. The answer is its id. */
export function requestRun(
  { tenantId, subject, idempotencyKey, accountId }: RequestRun,
  { database, accounts, runs, clock, wake }: RunDependencies,
): Promise<CommandResult<string, ReconciliationRefusal>> {
  const identity = { tenantId, operation: 'matchStatement', subject, idempotencyKey, request: { accountId } };
  return executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
    if ((await accounts.find(tx, accountId)) === undefined) {
      return refuse({ code: 'NOT_FOUND', path: ['input', 'accountId'] });
    }
    const id = newId();
    await runs.request(tx, { id, accountId, requestedBy: subject, requestedAt: clock.now() });
    tx.afterCommit(wake);
    return accept(id);
  });
}
