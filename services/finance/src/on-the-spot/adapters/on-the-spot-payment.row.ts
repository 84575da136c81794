import { money } from '@redress/kernel';
import type { DrawUpRefusal } from '../../settlement/model/settlement.errors';
import type { Instrument } from '../../settlement/model/settlement-part.model';
import type { OnTheSpotException, OnTheSpotPayment } from '../model/on-the-spot-payment.model';

export interface OnTheSpotRow {
  readonly id: string;
  readonly complaint_id: string;
  readonly customer_id: string;
  readonly instrument: Instrument;
  readonly amount_minor: string;
  readonly currency: string;
  readonly order_number: string | null;
  readonly line_number: number | null;
  readonly outlet: string;
  readonly paid_by: string;
  readonly paid_at: Date;
  readonly over_minor: string;
  readonly exception_reason: DrawUpRefusal | null;
  readonly exception_owner: string | null;
  readonly exception_ended_by: string | null;
  readonly exception_ended_at: Date | null;
  readonly exception_note: string | null;
  readonly version: number;
}

export const ON_THE_SPOT_COLUMNS = `o.id, o.complaint_id, o.customer_id, o.instrument, o.amount_minor, o.currency,
  o.order_number, o.line_number, o.outlet, o.paid_by, o.paid_at, o.over_minor, o.exception_reason, o.exception_owner,
  o.exception_ended_by, o.exception_ended_at, o.exception_note, o.version`;

/** A payment as its row says; what it drew stays in its own table. */
export function paymentOf(row: OnTheSpotRow): OnTheSpotPayment {
  const { id, instrument, currency, outlet, order_number: orderNumber, line_number: lineNumber, version } = row;
  const exception = exceptionOf(row);
  return {
    ...{ id, instrument, outlet, version, draws: [] },
    complaintId: row.complaint_id,
    customerId: row.customer_id,
    amount: money(BigInt(row.amount_minor), currency),
    ...(orderNumber === null || lineNumber === null ? {} : { orderLine: { orderNumber, lineNumber } }),
    paidBy: row.paid_by,
    paidAt: row.paid_at,
    ...(exception === undefined ? {} : { exception }),
  };
}

function exceptionOf(row: OnTheSpotRow): OnTheSpotException | undefined {
  const { exception_reason: reason, exception_owner: owner, exception_ended_by: endedBy, exception_note: note } = row;
  if (reason === null) return undefined;
  return {
    reason,
    over: money(BigInt(row.over_minor), row.currency),
    ...(owner === null ? {} : { owner }),
    ...(endedBy === null ? {} : { endedBy }),
    ...(row.exception_ended_at === null ? {} : { endedAt: row.exception_ended_at }),
    ...(note === null ? {} : { note }),
  };
}
