import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { PaymentRepository } from '../../payment/model/payment.repository';
import { readAccount } from '../model/account-number.model';
import { PayeeAccountReplaced, type PayeeAccountRepository } from '../model/transfer-batch.repository';
import type { TransferRefusal } from '../model/transfer.errors';

export interface RegisterPayeeAccount {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  /** The payment whose payee gave the account. */
  readonly payoutId: string;
  readonly holderName: string;
  readonly account: string;
  readonly bankCode?: string;
}

export interface PayeeAccountDependencies {
  readonly database: Database;
  readonly payments: PaymentRepository;
  readonly payeeAccounts: PayeeAccountRepository;
  readonly clock: Clock;
}

const LONGEST_NAME = 140;
const TRIES = 8;

/** Keeps the account to which the payee of a payment is transferred money, in the place of an earlier one. The answer is the account's id. */
export async function registerPayeeAccount(
  { tenantId, subject, idempotencyKey, payoutId, holderName, account, bankCode }: RegisterPayeeAccount,
  { database, payments, payeeAccounts, clock }: PayeeAccountDependencies,
): Promise<CommandResult<string, TransferRefusal>> {
  const name = holderName.trim();
  if (name === '' || name.length > LONGEST_NAME) {
    const details = { limit: LONGEST_NAME };
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', 'holderName'], details }), replayed: false };
  }
  const number = readAccount(account, bankCode);
  if (number === undefined) {
    const path = ['input', 'account'];
    return { outcome: refuse({ code: 'FINANCE_PAYEE_ACCOUNT_INVALID', path }), replayed: false };
  }
  const request = { payoutId, name, ...number };
  const command = { tenantId, operation: 'registerPayeeAccount', subject, idempotencyKey, request };
  const register = () =>
    executeCommand<string, TransferRefusal>(database, command, async (tx) => {
      const payment = await payments.lockById(tx, payoutId);
      if (payment === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'payoutId'] });
      const id = newId();
      const registered = { registeredBy: subject, registeredAt: clock.now() };
      await payeeAccounts.replace(tx, { id, payee: payment.beneficiary, holderName: name, ...number, ...registered });
      return accept(payoutId);
    });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await register();
    } catch (error) {
      // A payee may have several payments, each with somebody who registers the account: the last of them stands.
      if (!(error instanceof PayeeAccountReplaced) || attempt === TRIES) throw error;
    }
  }
}
