import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Instalment } from './instalment.model';

/** Knows on which days settlements are to be paid. */
export interface InstalmentPlanRepository {
  /** The plan of each settlement in the order of its days, in one statement; empty for one that is paid at once. */
  of(reader: TenantReader, settlementIds: readonly string[]): Promise<readonly (readonly Instalment[])[]>;
  /** Puts a plan in the place of an earlier one; call it with the settlement locked. */
  replace(tx: TenantTransaction, settlementId: string, plan: readonly Instalment[]): Promise<void>;
}
