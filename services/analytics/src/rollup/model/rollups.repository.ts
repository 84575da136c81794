import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { FactRow } from '../../facts/model/fact-table.model';
import type { FactName } from '../../facts/model/fact-tables.model';
import type { RollupDelta } from './rollup-deltas.model';

/** How far totals are filled with what there was before they began to be kept. */
export interface FillProgress {
  /** The table that is read, and the owner up to whom it was; no table once all were. */
  readonly fact: FactName | '';
  readonly owner: string;
}

/** A set of totals of one generation of facts by one layout. It is filled once; one that missed an event is given up. */
export interface RollupEdition {
  readonly generation: number;
  readonly edition: number;
  readonly layout: string;
  readonly state: 'FILLING' | 'READY' | 'RETIRED';
  /** Events up to here are in it, what was before it began apart as long as it is filled. */
  readonly position: bigint;
  /** The facts as of here are what it is filled with. */
  readonly filledAsOf: bigint;
  readonly progress: FillProgress;
  /** Whether it was begun so lately that another should not be begun yet. */
  readonly isYoung: boolean;
}

/** Totals and what is known of them. */
export interface Rollups {
  /** Editions of a generation, locked until the commit. */
  hold(tx: TenantTransaction, generation: number): Promise<readonly RollupEdition[]>;
  /** Begins an edition as part of the commit. */
  begin(tx: TenantTransaction, edition: Omit<RollupEdition, 'isYoung'>): void;
  /** Moves the position of an edition, with what the events have changed; as part of the commit. */
  moveOn(tx: TenantTransaction, edition: RollupEdition, to: bigint, deltas: readonly RollupDelta[]): void;
  /** No longer kept, and removed some time. */
  retire(tx: TenantTransaction, edition: RollupEdition): Promise<void>;
  /**
   * Adds what a part of the facts comes to, and moves the filling on; false when somebody else did, or when it was given up.
   * With no table left it is ready; until then nobody else takes it for so long.
   */
  fill(
    tx: TenantTransaction,
    edition: RollupEdition,
    to: { readonly progress: FillProgress; readonly leaseMs: number },
    deltas: readonly RollupDelta[],
  ): Promise<boolean>;
  /** Takes a filling that nobody else is at, for so long; false when somebody is. */
  lease(tx: TenantTransaction, edition: RollupEdition, leaseMs: number): Promise<boolean>;
  /** Position of the tenant’s last event, locked until the commit, so that none is taken in meanwhile. */
  holdPosition(tx: TenantTransaction): Promise<bigint>;
}

/** Totals of all tenants, for what works on them in the background. */
export interface RollupsOfAll {
  /** Tenants whose totals by this layout are missing, not filled yet, or behind; without those somebody is at. */
  unready(layout: string): Promise<readonly string[]>;
  /** Gives up totals by other layouts that nobody has kept for a while, where those by this one are ready. */
  retireOthers(layout: string): Promise<void>;
  /** Removes totals that were given up, a few rows at a time. */
  removeRetired(): Promise<void>;
}

/** Rows of facts as of a position, of some owners of one table after a given one, and the last of these; none when all were read. */
export type ReadFactsAsOf = (
  reader: TenantReader,
  from: { readonly generation: number; readonly position: bigint; readonly progress: FillProgress },
) => Promise<{ readonly rows: readonly FactRow[]; readonly upTo: string | undefined }>;
