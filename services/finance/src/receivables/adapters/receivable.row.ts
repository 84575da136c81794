import { money } from '@redress/kernel';
import type { InsertRow } from '@redress/persistence';
import type { Receivable } from '../model/receivable.model';

export interface ReceivableRow {
  readonly id: string;
  readonly customer_id: string;
  readonly document_number: string;
  readonly order_number: string | null;
  readonly line_number: number | null;
  readonly currency: string;
  readonly amount_minor: string;
  readonly paid_minor: string;
  readonly credited_minor: string;
  readonly disputed_minor: string;
  readonly issued_on: string;
  readonly due_on: string;
  readonly salesperson: string;
  readonly department: string | null;
  readonly registered_by: string;
  readonly registered_at: Date;
  readonly version: number;
}

export const RECEIVABLE_COLUMNS = `r.id, r.customer_id, r.document_number, r.order_number, r.line_number, r.currency,
  r.amount_minor, r.paid_minor, r.credited_minor, r.disputed_minor, r.issued_on, r.due_on, r.salesperson, r.department,
  r.registered_by, r.registered_at, r.version`;

export function receivableOf(row: ReceivableRow): Receivable {
  const { id, salesperson, version, order_number: orderNumber, line_number: lineNumber, department } = row;
  return {
    ...{ id, salesperson, version },
    customerId: row.customer_id,
    documentNumber: row.document_number,
    ...(orderNumber === null ? {} : { orderNumber }),
    ...(lineNumber === null ? {} : { lineNumber }),
    amount: money(BigInt(row.amount_minor), row.currency),
    paidMinor: BigInt(row.paid_minor),
    creditedMinor: BigInt(row.credited_minor),
    disputedMinor: BigInt(row.disputed_minor),
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    ...(department === null ? {} : { department }),
    registeredBy: row.registered_by,
    registeredAt: row.registered_at,
  };
}

export function receivableRow({ id, amount, salesperson, department, version, ...receivable }: Receivable): InsertRow {
  return {
    ...{ id, salesperson, version },
    customer_id: receivable.customerId,
    document_number: receivable.documentNumber,
    order_number: receivable.orderNumber ?? null,
    line_number: receivable.lineNumber ?? null,
    currency: amount.currency,
    amount_minor: amount.amountMinor,
    paid_minor: receivable.paidMinor,
    credited_minor: receivable.creditedMinor,
    disputed_minor: receivable.disputedMinor,
    issued_on: receivable.issuedOn,
    due_on: receivable.dueOn,
    department: department ?? null,
    registered_by: receivable.registeredBy,
    registered_at: receivable.registeredAt,
  };
}
