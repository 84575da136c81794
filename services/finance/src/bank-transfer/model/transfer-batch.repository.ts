import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { AccountNumber } from './account-number.model';
import type { Transfer, TransferBatch } from './transfer-batch.model';

/** The organisation's own account that pays. */
export interface DebtorAccount {
  readonly id: string;
  readonly account: string;
  readonly currency: string;
}

/** Stores batches and what stands in their files. */
export interface TransferBatchRepository {
  debtorAccount(reader: TenantReader, id: string): Promise<DebtorAccount | undefined>;
  /** Payments that wait for a transfer and whose payee has an account, oldest first, locked. */
  lockWaiting(tx: TenantTransaction, currency: string, limit: number): Promise<Transfer[]>;
  add(tx: TenantTransaction, batch: TransferBatch, transfers: readonly Transfer[]): Promise<void>;
  lock(tx: TenantTransaction, id: string): Promise<TransferBatch | undefined>;
  save(tx: TenantTransaction, batch: TransferBatch): Promise<void>;
  transfersOf(reader: TenantReader, batchId: string): Promise<Transfer[]>;
  /** How many of its transfers go to another account than the payee has now. */
  outdated(tx: TenantTransaction, batchId: string): Promise<number>;
  /** Lets the payments of a batch that was given up go into another. */
  freeTransfers(tx: TenantTransaction, batchId: string): Promise<void>;
  isInBatch(tx: TenantTransaction, paymentId: string): Promise<boolean>;
}

/** An account as its payee gave it. */
export interface PayeeAccount extends AccountNumber {
  readonly id: string;
  readonly payee: string;
  readonly holderName: string;
  readonly registeredBy: string;
  readonly registeredAt: Date;
}

/** Keeps the accounts of payees. */
export interface PayeeAccountRepository {
  /** Takes the place of the account that the payee had. Throws `PayeeAccountReplaced` when another did so at the same time. */
  replace(tx: TenantTransaction, account: PayeeAccount): Promise<void>;
}

/** Another account has taken the place of the payee's in the meantime. */
export class PayeeAccountReplaced extends Error {}
