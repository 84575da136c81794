/** Spreads work that one process at a time does best; what is right never rests on it. */
export interface WorkerLease {
  /** Whether this process may work now. Holds for a while, by the time of the database. */
  hold(): Promise<boolean>;
  /** Lets another process work at once. */
  release(): Promise<void>;
}
