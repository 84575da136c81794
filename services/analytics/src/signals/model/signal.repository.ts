import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Signal } from './signal.model';

/** Stores signals. */
export interface Signals {
  /** Those whose rise goes on, whatever people made of them. */
  ongoing(reader: TenantReader): Promise<readonly Signal[]>;
  /** For each series the day on which its latest rise ended, no longer ago than `since`. */
  endedSince(reader: TenantReader, since: string): Promise<ReadonlyMap<string, string>>;
  lock(tx: TenantTransaction, id: string): Promise<Signal | undefined>;
  add(tx: TenantTransaction, signals: readonly Signal[]): Promise<void>;
  save(tx: TenantTransaction, signal: Signal): Promise<void>;
}
