import type { TenantTransaction } from '@redress/persistence';
import type { ComplaintCase } from './case.model';
import type { CaseChange } from './complaint-case.repository';

/** Many cases of a tenant at once, with few statements. */
export interface CasesInBulk {
  /** The cases that there are, locked in the order of their ids until the transaction ends. */
  find(tx: TenantTransaction, caseIds: readonly string[]): Promise<readonly ComplaintCase[]>;
  /** Stores what happened to cases that this transaction has locked; nothing in it may read them afterwards. */
  save(tx: TenantTransaction, changes: readonly CaseChange[]): Promise<void>;
  /** Notes when the level of a locked case to which nothing happened is to be looked at again. */
  noteLevelCheck(tx: TenantTransaction, caseId: string, at: Date | undefined): void;
}
