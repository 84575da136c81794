import type { Money } from '@redress/kernel';
import type { SettlementEvent } from './settlement.events';
import type { Instrument, OrderLineReference, SettlementPart } from './settlement-part.model';
import { settlementStates, type SettlementAction, type SettlementState } from './settlement.transitions';

export type { Instrument, OrderLineReference } from './settlement-part.model';

/** Money promised by one remedy of an approved resolution, on its way to the complainant. */
export interface Settlement {
  readonly id: string;
  readonly number: string;
  readonly caseId: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly resolutionId: string;
  readonly remedyId: string;
  /** Of the first part. */
  readonly instrument: Instrument;
  /** Sum of its parts. */
  readonly amount: Money;
  /** Of the first part. */
  readonly orderLine?: OrderLineReference;
  /** At least one, all in one currency. */
  readonly parts: readonly SettlementPart[];
  readonly state: SettlementState;
  /** Why it was refused, rejected, cancelled or failed. */
  readonly reason?: string;
  /** What was left under the ceiling when that is why it was refused. */
  readonly maximum?: Money;
  readonly resolutionProposedBy: string;
  readonly resolutionApprovedBy: string;
  /** Who approved or rejected it in finance, and when. */
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly createdAt: Date;
  readonly completedAt?: Date;
  /** Grows by one with each event. */
  readonly version: number;
}

/** A settlement after a decision, and what became known by it. */
export interface SettlementChange {
  readonly settlement: Settlement;
  readonly events: readonly SettlementEvent[];
}

/** Whether the action is possible in the settlement's state. */
export function allows(settlement: Settlement, action: SettlementAction): boolean {
  return settlementStates.next(settlement.state, action) !== undefined;
}

/** Moves the settlement on and counts its events. Throws when the state does not allow the action: rules come first. */
export function advance(
  settlement: Settlement,
  action: SettlementAction,
  events: readonly SettlementEvent[],
  changes: Partial<Settlement> = {},
): SettlementChange {
  const state = settlementStates.next(settlement.state, action);
  if (state === undefined || state === 'REQUESTED') {
    throw new Error(`settlement ${settlement.id} is ${settlement.state} and cannot ${action}`);
  }
  return { settlement: { ...settlement, ...changes, state, version: settlement.version + events.length }, events };
}
