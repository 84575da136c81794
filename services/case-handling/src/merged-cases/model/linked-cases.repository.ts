import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { HarmElsewhere } from './same-harm.rules';

/** Which cases are about the same harm. */
export interface LinkedCases {
  /** The ids of a case and of all cases that are about the same harm, in the order in which they are locked. */
  of(tx: TenantReader, caseId: string): Promise<readonly string[]>;
  /** Locks a case together with all that are about the same harm, always in the order of their ids. */
  lock(tx: TenantTransaction, caseId: string): Promise<void>;
  /** The ids of the cases of complaints, by complaint. */
  ofComplaints(tx: TenantReader, complaintIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The harm that other cases about the same matter settle; the caller has locked them all. */
  harmElsewhere(tx: TenantReader, current: ComplaintCase): Promise<readonly HarmElsewhere[]>;
}
