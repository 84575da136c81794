import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { TransferBatch } from '../model/transfer-batch.model';
import type { TransferBatchRepository } from '../model/transfer-batch.repository';
import type { TransferRefusal } from '../model/transfer.errors';

export interface CreateBatch {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly currency: string;
  readonly debtorAccountId: string;
  readonly debtorName: string;
  readonly executeOn: string;
}

export interface CreateBatchDependencies {
  readonly database: Database;
  readonly batches: TransferBatchRepository;
  readonly clock: Clock;
}

/** So that releasing one stays a transaction of seconds. */
export const MOST_TRANSFERS = 200;
const LONGEST_NAME = 140;

/** Collects the payments that wait for a bank transfer in a currency, oldest first, into a draft. The answer is the batch's id. */
export async function createBatch(
  { tenantId, subject, idempotencyKey, currency, debtorAccountId, debtorName, executeOn }: CreateBatch,
  { database, batches, clock }: CreateBatchDependencies,
): Promise<CommandResult<string, TransferRefusal>> {
  const name = debtorName.trim();
  if (name === '' || name.length > LONGEST_NAME) {
    const details = { limit: LONGEST_NAME };
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', 'debtorName'], details }), replayed: false };
  }
  const request = { currency, debtorAccountId, debtorName: name, executeOn };
  const command = {
    tenantId,
    operation: 'createBankTransferBatch',
    subject,
    idempotencyKey,
    request,
    keepForEver: true,
  };
  return executeCommand<string, TransferRefusal>(database, command, async (tx) => {
    const path = ['input', 'debtorAccountId'];
    const debtor = await batches.debtorAccount(tx, debtorAccountId);
    if (debtor === undefined) return refuse({ code: 'NOT_FOUND', path });
    if (debtor.currency !== currency) return refuse({ code: 'FINANCE_TRANSFER_ACCOUNT_UNUSABLE', path });
    const transfers = await batches.lockWaiting(tx, currency, MOST_TRANSFERS);
    if (transfers.length === 0) return refuse({ code: 'FINANCE_TRANSFERS_NONE', path: ['input', 'currency'] });
    const id = newId();
    const batch: TransferBatch = {
      ...{ id, messageId: `R${id.replaceAll('-', '').toUpperCase()}`, state: 'DRAFT', currency, debtorName: name },
      ...{ debtorAccountId, debtorAccount: debtor.account, executeOn, transactions: transfers.length },
      controlSumMinor: transfers.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
      ...{ createdBy: subject, createdAt: clock.now(), version: 1 },
    };
    await batches.add(tx, batch, transfers);
    return accept(id);
  });
}
