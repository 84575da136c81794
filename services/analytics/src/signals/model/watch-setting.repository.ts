import type { TenantReader, TenantTransaction } from '@redress/persistence';

/** What a regulation that an organisation adopted says about watching. */
export interface WatchSetting {
  readonly timeZone: string;
  /** So many improvement points are to be found in a month; absent where the regulation asks for none. */
  readonly improvementPoints?: number;
}

/** Which organisations are watched, and under which settings. */
export interface WatchSettings {
  /** The setting at a moment; in UTC and without a target as long as nothing was adopted. */
  at(reader: TenantReader, moment: Date): Promise<WatchSetting>;
  adopt(
    tx: TenantTransaction,
    adoption: WatchSetting & { readonly adoptionId: string; readonly effectiveFrom: Date },
  ): Promise<void>;
}
