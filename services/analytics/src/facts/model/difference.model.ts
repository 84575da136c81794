/** A version of a row that two generations do not have alike. */
export interface Difference {
  readonly table: string;
  /** The values of its key, and the position of the event that made it. */
  readonly key: string;
  readonly since: string;
  /** Columns in which the two differ; or that only one of them has it. */
  readonly columns: readonly string[] | 'MISSING_IN_LIVE' | 'MISSING_IN_REBUILT';
}

/** What is compared: two generations, as they were at a position. */
export interface Comparison {
  readonly live: number;
  readonly rebuilt: number;
  readonly position: bigint;
}
