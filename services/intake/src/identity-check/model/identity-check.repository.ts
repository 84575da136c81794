import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { SubjectKey } from '../../personal-data/subject-key';
import type { IdentityCheck } from './identity-check.model';

/** The checks of identity. */
export interface IdentityChecks {
  /** Whose complaint it is; `undefined` when there is none. */
  customerOf(reader: TenantReader, complaintId: string): Promise<string | undefined>;
  /** Enters a check with the commit. */
  enterAtCommit(tx: TenantTransaction, check: IdentityCheck, key: SubjectKey): void;
}
