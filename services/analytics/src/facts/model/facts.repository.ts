import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { FactChanges, FactSet, Need } from './fact-set.model';

/** The facts of a tenant in one generation of its projection. */
export interface FactsRepository {
  /** Meets needs with the rows as they are committed, or as this transaction has left them. */
  load(reader: TenantReader, generation: number, facts: FactSet, needs: readonly Need[]): Promise<void>;
  /** Writes what a set has changed, with the versions that were superseded, as part of the commit. */
  save(tx: TenantTransaction, generation: number, facts: FactChanges): void;
  /** The same into a generation that is being made, where nobody else writes: what a set found to be new is new there. */
  saveAnew(tx: TenantTransaction, generation: number, facts: FactChanges): void;
}
