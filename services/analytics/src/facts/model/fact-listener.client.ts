import type { TenantTransaction } from '@redress/persistence';
import type { FactChanges } from './fact-set.model';

/** Keeps something beside the facts in the transaction that changes them, such as totals. */
export interface FactListener {
  /** Tables in which it keeps this, with `tenant_id` and `generation`; a generation that is given up leaves them too. */
  readonly tables?: readonly string[];
  hear(tx: TenantTransaction, generation: number, facts: FactChanges): void;
}
