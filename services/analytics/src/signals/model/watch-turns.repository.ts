import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { SeenChanges } from './seen-changes.model';

/** An organisation whose turn it is, with how often in a row it could not be watched. */
export interface WatchTurn {
  readonly tenantId: string;
  readonly lease: string;
  readonly failures: number;
}

/** Who watches which organisation; one process at a time. */
export interface WatchTurns {
  /** Makes everybody else who would change signals of the organisation wait until the transaction ends. */
  hold(tx: TenantTransaction): Promise<void>;
  /** Takes an organisation that is to be looked at by now, for so long; nothing where there is none. */
  lease(now: Date, leaseMs: number): Promise<WatchTurn | undefined>;
  /** The position of the change feed, and what it had at the last look. */
  changes(reader: TenantReader): Promise<{ readonly position: bigint; readonly seen?: SeenChanges }>;
  /** Notes the local day up to which the organisation was looked at. */
  setWatchedUntil(tx: TenantTransaction, day: string, seen?: SeenChanges): Promise<void>;
  /** Ends the turn; the next one comes at a moment, or at once where something was adopted meanwhile. */
  release(turn: WatchTurn, lookAt: Date): Promise<void>;
  /** The same of one that failed. */
  putOff(turn: WatchTurn, lookAt: Date): Promise<void>;
}
