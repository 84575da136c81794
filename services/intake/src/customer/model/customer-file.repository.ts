import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { SubjectKey } from '../../personal-data/subject-key';
import type { CustomerKind, NewCustomer } from './customer.model';

/** A customer in the file, with the key under which their personal data lies. */
export interface KnownCustomer {
  readonly id: string;
  readonly kind: CustomerKind;
  readonly key: SubjectKey;
}

/** The customer file. A customer whose data was erased is not found any more. */
export interface CustomerFile {
  findById(reader: TenantReader, id: string): Promise<KnownCustomer | undefined>;
  /** By the organisation's own customer numbers; those that are not known are missing in the answer. */
  findByExternalRefs(reader: TenantReader, references: readonly string[]): Promise<ReadonlyMap<string, KnownCustomer>>;
  /** Enters new customers with the commit, which fails with a duplicate key when another transaction was faster. */
  enter(tx: TenantTransaction, customers: readonly NewCustomer[], at: Date): readonly KnownCustomer[];
}
