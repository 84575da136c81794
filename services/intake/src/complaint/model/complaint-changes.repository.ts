import type { TenantTransaction } from '@redress/persistence';
import type { ComplaintChange, LockedComplaint, NextMatter } from './complaint-change.model';

/** A change of a locked complaint. */
export interface ComplaintReassessment {
  readonly complaint: LockedComplaint;
  readonly next: NextMatter;
  readonly changes: readonly ComplaintChange[];
  readonly by: string;
  readonly at: Date;
}

/** Changes of complaints, each with its history and its event in one transaction. */
export interface ComplaintChanges {
  /** Locks complaints, in the order of their ids; those that do not exist are missing in the answer. */
  lock(tx: TenantTransaction, ids: readonly string[]): Promise<readonly LockedComplaint[]>;
  /** Stores what a complaint became. */
  save(tx: TenantTransaction, reassessment: ComplaintReassessment): Promise<void>;
  /** Notes changes that have an event of their own. */
  note(
    tx: TenantTransaction,
    complaintId: string,
    noted: {
      readonly version: number;
      readonly by: string;
      readonly at: Date;
      readonly changes: readonly ComplaintChange[];
    },
  ): void;
}
