import type { TenantTransaction } from '@redress/persistence';
import type { CustomerProductEntry } from './customer-product.model';
import type { SubjectKey } from '../../personal-data/subject-key';
import type { Identity } from '../../customer/model/customer.model';
import type { CustomerValues, FileChange } from './customer-values.model';

/** A customer's file, locked to be changed. */
export interface LockedFile {
  readonly id: string;
  readonly version: number;
  readonly key: SubjectKey;
  readonly identity: Identity;
  readonly values: CustomerValues;
}

/** When a file was changed and by whom. */
export interface ChangeMark {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
}

/** Files of customers as they change. A customer whose data was erased has none any more. */
export interface CustomerRecords {
  lock(tx: TenantTransaction, customerId: string): Promise<LockedFile | undefined>;
  /** Seals what is personal, renews the digests by which the customer is found, and notes which fields changed. */
  change(tx: TenantTransaction, file: LockedFile, change: FileChange, mark: ChangeMark): void;
  /** Whether the customer has this product with this serial number already. */
  hasProduct(tx: TenantTransaction, entry: CustomerProductEntry): Promise<boolean>;
  enterProduct(tx: TenantTransaction, entry: CustomerProductEntry): void;
}
