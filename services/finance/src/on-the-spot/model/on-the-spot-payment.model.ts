import { accept, refuse, type Money, type Outcome } from '@redress/kernel';
import type { DrawUpRefusal } from '../../settlement/model/settlement.errors';
import type { Instrument, OrderLineReference } from '../../settlement/model/settlement-part.model';

/** Money that the front line handed over, which nobody can take back by refusing it. */
export interface OnTheSpotPayment {
  readonly id: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly instrument: Instrument;
  readonly amount: Money;
  readonly orderLine?: OrderLineReference;
  /** The unit of whoever handed it over; the person where the unit is not known. */
  readonly outlet: string;
  readonly paidBy: string;
  readonly paidAt: Date;
  /** What it drew on its ceilings. */
  readonly draws: readonly { readonly ceilingId: string; readonly amountMinor: bigint }[];
  /** What passed them, and what somebody has to settle. */
  readonly exception?: OnTheSpotException;
  readonly version: number;
}

/** Money beyond its ceiling. */
export interface OnTheSpotException {
  readonly over: Money;
  readonly reason: DrawUpRefusal;
  readonly owner?: string;
  readonly endedBy?: string;
  readonly endedAt?: Date;
  readonly note?: string;
}

export type OnTheSpotRefusal =
  'NOT_FOUND' | 'VERSION_CONFLICT' | 'FINANCE_EXCEPTION_ENDED' | 'FINANCE_EXCEPTION_NOTE_REQUIRED';

/** What a person does about an exception: takes it or gives it to somebody, or says how it ended. */
export interface WorkOnException {
  readonly expectedVersion: number;
  readonly owner?: string;
  readonly note?: string;
  readonly by: string;
  readonly at: Date;
}

const LONGEST_NOTE = 500;

/** Moves an exception on. It ends by a note on what was done, and stays ended. */
export function workOn(
  payment: OnTheSpotPayment,
  { expectedVersion, owner, note, by, at }: WorkOnException,
): Outcome<OnTheSpotPayment, OnTheSpotRefusal> {
  const { exception, version } = payment;
  if (exception === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'id'] });
  if (version !== expectedVersion) {
    const details = { currentVersion: version };
    return refuse({ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], retryable: true, details });
  }
  if (exception.endedAt !== undefined) return refuse({ code: 'FINANCE_EXCEPTION_ENDED' });
  if (owner !== undefined) return accept({ ...payment, version: version + 1, exception: { ...exception, owner } });
  if (note === undefined || note.trim() === '' || note.length > LONGEST_NOTE) {
    const details = { limit: LONGEST_NOTE };
    return refuse({ code: 'FINANCE_EXCEPTION_NOTE_REQUIRED', path: ['input', 'note'], details });
  }
  return accept({ ...payment, version: version + 1, exception: { ...exception, note, endedBy: by, endedAt: at } });
}
