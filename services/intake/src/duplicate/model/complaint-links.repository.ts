import type { TenantReader, TenantTransaction } from '@redress/persistence';

/** A link that is made or undone; `version` is that of the complaint afterwards. */
export interface ComplaintLink {
  readonly complaintId: string;
  readonly into: string;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

/** Links of complaints to those under which their harm is settled. The complaint has to be locked. */
export interface ComplaintLinks {
  /** Whether two complaints are known to be of one person, by customer, e-mail or telephone. */
  areOfOnePerson(reader: TenantReader, one: string, other: string): Promise<boolean>;
  hasDuplicates(reader: TenantReader, complaintId: string): Promise<boolean>;
  merge(tx: TenantTransaction, link: ComplaintLink): Promise<void>;
  unmerge(tx: TenantTransaction, link: ComplaintLink): Promise<void>;
}
