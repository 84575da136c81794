import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { FirstContact } from './first-contact.model';

/** A complaint whose row orders what happens to it. */
export interface LockedComplaint {
  readonly regulation?: { readonly id: string; readonly version: number };
}

/** Where first contacts are kept. */
export interface FirstContactBook {
  /** Those of some complaints, in their order. */
  ofComplaints(reader: TenantReader, complaintIds: readonly string[]): Promise<readonly FirstContact[]>;
  lockComplaint(tx: TenantTransaction, complaintId: string): Promise<LockedComplaint | undefined>;
  enterAtCommit(tx: TenantTransaction, contact: FirstContact): void;
}
