import type { Cause } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { Settlement, SettlementChange } from './settlement.model';

/** Stores settlements together with the events that tell of their changes. */
export interface SettlementRepository {
  /** Keeps others from changing it until the transaction ends. */
  lock(tx: TenantTransaction, id: string): Promise<Settlement | undefined>;
  /** The settlements of a case that finance has not decided yet, locked, in the order of their ids. */
  lockUndecided(tx: TenantTransaction, caseId: string): Promise<Settlement[]>;
  /** Whether the remedy was drawn up already. */
  exists(tx: TenantTransaction, remedy: Pick<Settlement, 'resolutionId' | 'remedyId'>): Promise<boolean>;
  add(tx: TenantTransaction, change: SettlementChange, cause?: Cause): Promise<void>;
  /** Stores a change of a locked settlement; throws `StaleVersion` when it is not at `change.settlement.version` less its events. */
  save(tx: TenantTransaction, change: SettlementChange, cause?: Cause): Promise<void>;
}

/** Gives settlements the numbers that people see. Never the same twice; a number may stay unused. */
export interface SettlementNumbers {
  next(tenantId: string, year: number): Promise<string>;
}
