import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { BankAccount } from './bank-account.model';

/** Keeps the accounts. */
export interface BankAccountRepository {
  add(tx: TenantTransaction, account: BankAccount, at: Date): Promise<void>;
  save(tx: TenantTransaction, account: BankAccount): Promise<void>;
  find(reader: TenantReader, id: string): Promise<BankAccount | undefined>;
  /** All of the organisation, by name. */
  list(reader: TenantReader): Promise<BankAccount[]>;
  /** Locked, so that what is done with the account's statements happens one after the other. */
  lock(tx: TenantTransaction, id: string): Promise<BankAccount | undefined>;
  identifierInUse(reader: TenantReader, identifier: string, currency: string): Promise<boolean>;
}
