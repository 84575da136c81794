import type { SystemAddress } from '../system/reach-system';

/** Where test files ask for a system; set by the global set-up for every test file of a run. */
export const KEEPER_VARIABLE = 'REDRESS_TEST_KEEPER_URL';

/** What a test file asks for: a share of the one that runs in real time, or one for itself at a moment. */
export interface Wish {
  /** The test file, so that it can be said who used a system that broke. */
  readonly file: string;
  readonly moment?: string;
  /** Whether the file does not mind a system that has been later already: what it remembers then lies in the future. */
  readonly backwards?: boolean;
}

/** A system in the hands of a test file. */
export interface Loan {
  readonly id: string;
  readonly address: SystemAddress;
  /** By how much its clock is off the real time. */
  readonly offsetMs: number;
}

/** What happened to a system while a test file had it; empty when all went well. */
export interface Returned {
  readonly incidents: readonly string[];
}
