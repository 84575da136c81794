import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Comparison, Difference } from './difference.model';

/** Why facts are made a second time: to take the place of the live ones, or to be compared with them. */
export type BuildPurpose = 'REBUILD' | 'VERIFY';

/** Facts that are being made from the journal beside the live ones, and how far they are. */
export interface Build {
  readonly generation: number;
  readonly position: bigint;
}

/** The generations of the facts of a tenant. One is live; others are being made, or wait for their removal. */
export interface Generations {
  /** The generation from which questions are answered. */
  live(reader: TenantReader): Promise<number>;
  /** Begins a generation; a rebuild that is under way is taken up where it is. */
  begin(tx: TenantTransaction, purpose: BuildPurpose): Promise<Build>;
  /** Moves a build on as part of the transaction that writes its facts; false when somebody else has moved it, or ended it. */
  advance(tx: TenantTransaction, build: Build, to: bigint): Promise<boolean>;
  /** Makes it the live one; the one before waits until questions that are under way have ended. */
  goLive(tx: TenantTransaction, generation: number): Promise<void>;
  /** Lets a generation be removed; nobody moves it on from now. */
  giveUp(tx: TenantTransaction, generation: number): Promise<void>;
}

/** Generations of all tenants, for what works on them in the background. */
export interface GenerationsOfAll {
  /** Tenants whose rebuild nobody has moved on for a while. */
  abandonedRebuilds(): Promise<readonly string[]>;
  /** Generations whose time is over. */
  toRemove(): Promise<readonly { readonly tenantId: string; readonly generation: number }[]>;
  /** Removes the rows that a generation has in the tables, a few at a time, and at last itself. */
  remove(tenantId: string, generation: number, tables: readonly string[]): Promise<void>;
  /** Every tenant of which an event is known. */
  tenants(): Promise<readonly string[]>;
}

/** Finds the first differences between two generations of facts, in every table and its history. */
export type CompareGenerations = (
  reader: TenantReader,
  comparison: Comparison,
  limit: number,
) => Promise<readonly Difference[]>;
