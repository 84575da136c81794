import type { Database, TenantTransaction } from '@redress/persistence';
import type { Difference } from './difference.model';
import type { FactChanges } from './fact-set.model';

/** Events that were taken in to the live facts: those after one position up to another. */
export interface TakenIn {
  readonly generation: number;
  readonly after: bigint;
  readonly upTo: bigint;
}

/**
 * Keeps something beside the live facts in the transaction that changes them, such as totals. Of facts that are made anew
 * it hears nothing: once they are live, it makes what it keeps from them as they are.
 */
export interface FactListener {
  /** Tables in which it keeps this, with `tenant_id` and `generation`; a generation that is given up leaves them in this order. */
  readonly tables?: readonly string[];
  hear(tx: TenantTransaction, taken: TakenIn, facts: FactChanges): Promise<void>;
  /** Where what is kept differs from the live facts, at most so many; to be held against them, both as of one moment. */
  differences?(database: Database, tenantId: string, limit: number): Promise<readonly Difference[]>;
}
