import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Endorsement, Holder } from './signatory.model';

/** Everything that was signed about a settlement. */
export interface Signatures {
  /** As whom its resolution was approved, where that was told. */
  readonly resolutionHolders?: readonly string[];
  /** In the order of signing. */
  readonly endorsements: readonly Endorsement[];
  /** Who changed what it pays, or vouched for the goods that it pays for. */
  readonly preparers: readonly string[];
}

/** For whose signature a settlement waits; for nobody's where no limit reaches its sum. */
export interface Awaited {
  readonly settlementId: string;
  readonly holder: Holder | undefined;
  readonly since: Date;
}

/** Signatures below the approval of settlements. */
export interface SignatureBook {
  /** For each settlement what was signed about it, in one statement. */
  of(reader: TenantReader, settlementIds: readonly string[]): Promise<readonly Signatures[]>;
  endorse(tx: TenantTransaction, settlementId: string, endorsement: Endorsement): Promise<void>;
  noteResolution(
    tx: TenantTransaction,
    resolutionId: string,
    approval: { readonly by: string; readonly holders: readonly string[]; readonly at: Date },
  ): Promise<void>;
  notePreparer(tx: TenantTransaction, settlementId: string, subject: string): Promise<void>;
  /** Keeps for whom it waits, where that is not simply finance. */
  await(tx: TenantTransaction, awaited: Awaited): Promise<void>;
}
