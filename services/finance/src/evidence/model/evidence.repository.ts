import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Evidence } from './evidence.model';

/** Evidence, without its content. */
export interface EvidenceRepository {
  /** How many files and good tickets a settlement has; tickets that ran out are forgotten. */
  countAfterExpiry(tx: TenantTransaction, settlementId: string, now: Date): Promise<number>;
  add(tx: TenantTransaction, evidence: Evidence): Promise<void>;
  find(reader: TenantReader, id: string): Promise<Evidence | undefined>;
  lock(tx: TenantTransaction, id: string): Promise<Evidence | undefined>;
  /** Turns a ticket into a file; false when the ticket is gone or used. */
  give(tx: TenantTransaction, id: string, content: { readonly sha256: string; readonly at: Date }): Promise<boolean>;
  /** Stores what a locked file was found to be. */
  saveVerdict(tx: TenantTransaction, evidence: Evidence): Promise<void>;
  /** Kinds of which the settlement has accepted evidence. */
  acceptedKinds(reader: TenantReader, settlementId: string): Promise<ReadonlySet<string>>;
}
