import type { Actor, Refusal } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { SettlementRefusal } from './settlement.errors';
import type { SettlementEvent } from './settlement.events';
import type { Settlement } from './settlement.model';

/**
 * Something that must be true before money is released: enough evidence, goods that came back, the approver's authority.
 * It is asked in the approving transaction, with the settlement locked, before anything is written.
 */
export type ApprovalGate = (
  tx: TenantTransaction,
  settlement: Settlement,
  approver: Actor,
) => Promise<readonly Refusal<SettlementRefusal>[]>;

/** Something that follows when a settlement changes, in the transaction that stores the change. */
export interface SettlementListener {
  readonly hears: readonly SettlementEvent['type'][];
  /** The settlement as it is after the event. */
  hear(tx: TenantTransaction, settlement: Settlement, event: SettlementEvent): Promise<void>;
}
