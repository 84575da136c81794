import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { PayoutRoute } from './payout-means.model';

/** How an organisation pays what cannot go back to where it came from. */
export interface PayoutSetting extends PayoutRoute {
  readonly setBy: string;
  readonly setAt: Date;
  readonly version: number;
}

/** Keeps the setting of each organisation. */
export interface PayoutSettingRepository {
  find(reader: TenantReader): Promise<PayoutSetting | undefined>;
  lock(tx: TenantTransaction): Promise<PayoutSetting | undefined>;
  /** Throws `PayoutSettingTaken` when another has set it first. */
  add(tx: TenantTransaction, setting: PayoutSetting): Promise<void>;
  save(tx: TenantTransaction, setting: PayoutSetting): Promise<void>;
}

/** Another has set it in the meantime. */
export class PayoutSettingTaken extends Error {}
