import type { RemedyKind } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { Account } from '../../ledger/model/account.model';
import type { SettlementEvent } from './settlement.events';
import { settlementStates, type SettlementAction, type SettlementState } from './settlement.transitions';

/** The kind of remedy that carries the money. */
export type Instrument = RemedyKind;

export interface OrderLineReference {
  readonly orderNumber: string;
  readonly lineNumber: number;
}

/** Money promised by one remedy of an approved resolution, on its way to the complainant. */
export interface Settlement {
  readonly id: string;
  readonly number: string;
  readonly caseId: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly resolutionId: string;
  readonly remedyId: string;
  readonly instrument: Instrument;
  readonly amount: Money;
  readonly orderLine?: OrderLineReference;
  /** The ceiling on which the amount was drawn; absent when the settlement was refused. */
  readonly ceilingId?: string;
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

/** The account that bears what an instrument gives away; absent for remedies that never carry money. */
export const EXPENSE_ACCOUNT: Readonly<Partial<Record<Instrument, Account>>> = {
  REFUND: 'SALES_RETURNS',
  RETURN: 'SALES_RETURNS',
  AGREEMENT_SURRENDER: 'SALES_RETURNS',
  EXCHANGE: 'SALES_RETURNS',
  PRICE_REDUCTION: 'SALES_ALLOWANCES',
  ALLOWANCE: 'SALES_ALLOWANCES',
  REPAIR: 'COMPENSATION_EXPENSE',
  COMPENSATION: 'COMPENSATION_EXPENSE',
  GOODWILL: 'GOODWILL_EXPENSE',
};

/** The account that bears the settlement. Throws for a remedy without money, which is never drawn up. */
export function expenseAccountOf({ id, instrument }: Settlement): Account {
  const account = EXPENSE_ACCOUNT[instrument];
  if (account === undefined) throw new Error(`settlement ${id}: ${instrument} carries no money`);
  return account;
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
