import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { ReturnPolicy } from './return-policy.model';

/** What organisations give for goods that came back. */
export interface ReturnPolicies {
  /** The default as long as none was set. */
  of(reader: TenantReader): Promise<ReturnPolicy>;
  lock(tx: TenantTransaction): Promise<ReturnPolicy>;
  keep(tx: TenantTransaction, policy: ReturnPolicy, by: string, at: Date): Promise<void>;
}
