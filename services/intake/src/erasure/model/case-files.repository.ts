import type { TenantTransaction } from '@redress/persistence';

/** What case handling tells of the files of complaints. */
export interface CaseFiles {
  /** The case was opened again, or closed. */
  mark(tx: TenantTransaction, complaintId: string, open: boolean): Promise<void>;
  /** The file of a closed case is kept until a moment. */
  keep(tx: TenantTransaction, complaintId: string, until: Date): Promise<void>;
  hold(tx: TenantTransaction, complaintId: string, holdId: string): Promise<void>;
  lift(tx: TenantTransaction, complaintId: string, holdId: string): Promise<void>;
}
