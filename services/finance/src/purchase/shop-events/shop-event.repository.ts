import type { TenantTransaction } from '@redress/persistence';

/** An event that was taken, and what came of it then. */
export interface TakenEvent {
  /** Hexadecimal digest of source and id. */
  readonly digest: string;
  readonly purchaseId: string;
  readonly existed: boolean;
}

/** Remembers which events of shops were taken. */
export interface ShopEvents {
  find(tx: TenantTransaction, digests: readonly string[]): Promise<readonly TakenEvent[]>;
  add(tx: TenantTransaction, taken: readonly TakenEvent[], takenAt: Date): Promise<void>;
}
