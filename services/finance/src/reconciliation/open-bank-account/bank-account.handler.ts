import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { again } from '../match-lines/match-lines.handler';
import type { BankAccount } from '../model/bank-account.model';
import type { BankAccountRepository } from '../model/bank-account.repository';
import type { ReconciliationRefusal } from '../model/reconciliation.errors';
import { decideAccount } from './bank-account.decide';

export interface AccountDependencies {
  readonly database: Database;
  readonly accounts: BankAccountRepository;
  readonly clock: Clock;
}

interface Command {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
}

export interface OpenBankAccount extends Command {
  readonly account: BankAccount;
}

export interface ChangeBankAccount extends Command {
  readonly accountId: string;
  readonly expectedVersion: number;
  /** Makes the account as it is to be from what it is. */
  readonly request: unknown;
  readonly change: (account: BankAccount) => BankAccount;
}

/** Opens an account for reconciliation; a number is opened once in a currency. The answer is its id. */
export function openBankAccount(
  { tenantId, subject, idempotencyKey, account }: OpenBankAccount,
  { database, accounts, clock }: AccountDependencies,
): Promise<CommandResult<string, ReconciliationRefusal>> {
  const { id, ...request } = account;
  const identity = { tenantId, operation: 'openBankAccount', subject, idempotencyKey, request, keepForEver: true };
  const open = () =>
    executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
      const decision = decideAccount(account);
      if (!decision.ok) return decision;
      if (await accounts.identifierInUse(tx, account.identifier, account.currency)) {
        return refuse({ code: 'FINANCE_BANK_ACCOUNT_EXISTS', path: ['input', 'identifier'] });
      }
      await accounts.add(tx, account, clock.now());
      return accept(id);
    });
  return again(open);
}

/** Changes what may change: never number, currency or opening, on which what was reconciled stands. */
export function changeBankAccount(
  { tenantId, subject, idempotencyKey, accountId, expectedVersion, request, change }: ChangeBankAccount,
  { database, accounts }: AccountDependencies,
): Promise<CommandResult<string, ReconciliationRefusal>> {
  const identity = { tenantId, operation: 'changeBankAccount', subject, idempotencyKey, request };
  return executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
    const account = await accounts.lock(tx, accountId);
    if (account === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'accountId'] });
    if (account.version !== expectedVersion) {
      const details = { currentVersion: account.version };
      return refuse({ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], retryable: true, details });
    }
    const decision = decideAccount({ ...change(account), version: account.version + 1 });
    if (!decision.ok) return decision;
    await accounts.save(tx, decision.value);
    return accept(accountId);
  });
}
