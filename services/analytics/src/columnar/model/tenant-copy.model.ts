import type { Dictionary } from './dictionary.model';
import type { CopiedTable } from './copied-tables.model';

export type RawRow = Readonly<Record<string, string | number | Date | null>>;

/** What became of a table between two positions: rows that came to be and still are, and versions that were superseded. */
export interface TableChanges {
  readonly table: CopiedTable;
  readonly rows: readonly RawRow[];
  readonly superseded: readonly RawRow[];
}

/** Where a tenant's facts have come to. */
export interface FactsReach {
  readonly tenantId: string;
  readonly generation: number;
  readonly position: bigint;
}

/** A stretch of positions, after the first and up to the last, and the position as of which rows are wanted. */
export interface Stretch {
  readonly generation: number;
  readonly after: bigint;
  readonly upTo: bigint;
  readonly asOf: bigint;
}

/** The copy of one tenant's facts in one generation. */
export interface TenantCopy {
  readonly tenantId: string;
  readonly generation: number;
  /** Name of the schema that holds its tables, where it has one to itself. */
  readonly schema: string;
  readonly dictionary: Dictionary;
  /** It is filled up to here before anything can be asked of it, and tells of no earlier position. */
  from: bigint;
  /** Up to here it has taken everything over. */
  position: bigint;
}

/** Whether something can be asked of a copy. */
export const isFilled = ({ position, from }: TenantCopy): boolean => position >= from;

/** Where copies are kept. */
export interface TenantCopies {
  /** An empty copy, to be filled up to where the facts have come to. */
  make(reach: FactsReach): Promise<TenantCopy>;
  /** Takes changes over, and the position up to which they reach, in one transaction. */
  take(copy: TenantCopy, changes: readonly TableChanges[], position: bigint): Promise<void>;
  drop(copy: TenantCopy): Promise<void>;
}
