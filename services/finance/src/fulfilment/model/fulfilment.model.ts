import { accept, refuse, type Outcome } from '@redress/kernel';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { Instrument } from '../../settlement/model/settlement-part.model';
import type { FulfilmentRefusal } from './fulfilment.errors';

export const FULFILMENT_STATES = ['ORDERED', 'DONE'] as const;
export type FulfilmentState = (typeof FULFILMENT_STATES)[number];

/** What a department does for a complainant beside the money: an exchange, a repair. */
export interface Fulfilment {
  readonly id: string;
  readonly settlementId: string;
  /** The part of the settlement that it belongs to. */
  readonly part: number;
  readonly department: string;
  readonly task: string;
  /** `2026-11-30` */
  readonly dueOn: string;
  readonly state: FulfilmentState;
  readonly proof?: string;
  readonly orderedBy: string;
  readonly orderedAt: Date;
  readonly doneBy?: string;
  readonly doneAt?: Date;
  readonly version: number;
}

/** Remedies that are more than money. */
const CARRIED_OUT: readonly Instrument[] = ['EXCHANGE', 'REPAIR', 'COMPENSATION'];

/** Orders it of a department, once the settlement is approved. */
export function orderFulfilment(
  settlement: Settlement,
  order: Omit<Fulfilment, 'state' | 'version' | 'settlementId'>,
): Outcome<Fulfilment, FulfilmentRefusal> {
  if (!['APPROVED', 'PAYING', 'COMPLETED'].includes(settlement.state)) {
    const details = { currentState: settlement.state };
    return refuse({ code: 'FINANCE_FULFILMENT_NOT_APPROVED', path: ['input', 'settlementId'], details });
  }
  const part = settlement.parts.find(({ part: number }) => number === order.part);
  if (part === undefined || !CARRIED_OUT.includes(part.instrument)) {
    const details = { allowed: CARRIED_OUT };
    return refuse({ code: 'FINANCE_FULFILMENT_NOT_CARRIED_OUT', path: ['input', 'part'], details });
  }
  return accept({ ...order, settlementId: settlement.id, state: 'ORDERED', version: 1 });
}

/** The department has done it, and says how that can be seen. */
export function confirmFulfilment(
  fulfilment: Fulfilment,
  { by, at, proof }: { readonly by: string; readonly at: Date; readonly proof: string },
): Outcome<Fulfilment, FulfilmentRefusal> {
  if (fulfilment.state !== 'ORDERED') {
    const details = { currentState: fulfilment.state };
    return refuse({ code: 'FINANCE_FULFILMENT_DONE', path: ['input', 'fulfilmentId'], details });
  }
  const done = { state: 'DONE' as const, proof, doneBy: by, doneAt: at };
  return accept({ ...fulfilment, ...done, version: fulfilment.version + 1 });
}
