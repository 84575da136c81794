import type { TenantReader, TenantTransaction } from '@redress/persistence';

/** Who watches which organisation; one process at a time. */
export interface WatchTurns {
  /** Makes everybody else who would change signals of the organisation wait until the transaction ends. */
  hold(tx: TenantTransaction): Promise<void>;
  /** Takes an organisation whose turn it is, for so long; nothing where there is none. */
  lease(leaseMs: number): Promise<{ readonly tenantId: string; readonly lease: string } | undefined>;
  /** The local day up to which the organisation was looked at. */
  watchedUntil(reader: TenantReader): Promise<string | undefined>;
  setWatchedUntil(tx: TenantTransaction, day: string): Promise<void>;
  /** Ends the turn; the next one comes after a pause. */
  release(turn: { readonly tenantId: string; readonly lease: string }, pauseMs: number): Promise<void>;
}
