import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { ComplaintLabels, ComplaintStanding, Erasure } from './erasure.model';

/** A customer, locked to be erased, with the digests by which they are found. */
export interface LockedCustomer {
  readonly id: string;
  readonly version: number;
  readonly erased: boolean;
  readonly contacts: readonly Buffer[];
}

/** An erasure of which something is left to do. */
export interface UnfinishedErasure {
  readonly tenantId: string;
  readonly id: string;
  readonly customerId: string;
}

/** A standing without what the regulation says of archives. */
export type FiledComplaint = Omit<ComplaintStanding, 'archives'> & {
  readonly regulation: { readonly id: string; readonly version: number } | undefined;
};

/** Erasures of customers. */
export interface Erasures {
  lock(tx: TenantTransaction, customerId: string): Promise<LockedCustomer | undefined>;
  /** Their complaints, the oldest first. */
  complaintsOf(tx: TenantTransaction, customerId: string, limit: number): Promise<readonly FiledComplaint[]>;
  /** How many other customers have one of these contacts. */
  othersWith(tx: TenantTransaction, customer: LockedCustomer): Promise<number>;
  /** Destroys the key and everything by which the person is found, and notes it. */
  erase(tx: TenantTransaction, customer: LockedCustomer, erasure: Erasure): Promise<void>;
  /** Those of all organisations that are due to be finished. */
  due(now: Date, limit: number): Promise<readonly UnfinishedErasure[]>;
  labelsOf(tx: TenantTransaction, customerId: string): Promise<readonly ComplaintLabels[]>;
  /** Addresses of the content of erased files that no other file has. */
  contentsOf(reader: TenantReader, customerId: string): Promise<readonly string[]>;
  finish(tx: TenantTransaction, erasure: UnfinishedErasure, at: Date): Promise<void>;
  postpone(tx: TenantTransaction, erasure: UnfinishedErasure, until: Date): Promise<void>;
}
