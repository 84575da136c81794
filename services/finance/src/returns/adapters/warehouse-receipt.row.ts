import type { InsertRow } from '@redress/persistence';
import { formatQuantity, parseQuantity } from '../../ceiling/model/quantity.model';
import type { ReceiptLine } from '../model/warehouse-receipt.model';

/** One row of `warehouse_receipt_line`, as a query reads it. */
export interface ReceiptLineRow {
  readonly id: string;
  readonly receiptId: string;
  readonly line: number;
  readonly returnNumber: string | null;
  readonly orderNumber: string | null;
  readonly lineNumber: number | null;
  readonly product: string | null;
  readonly quantity: string;
  readonly allocated: string;
  readonly corrected: string;
  readonly setAside: string;
  readonly damaged: number;
  readonly complete: number;
}

export const RECEIPT_LINE_COLUMNS = `r.id, r.receipt_id AS receiptId, r.line, r.return_number AS returnNumber,
  r.order_number AS orderNumber, r.line_number AS lineNumber, r.product, r.quantity, r.allocated, r.corrected,
  r.set_aside AS setAside, r.damaged, r.complete`;

export function receiptLineOf(row: ReceiptLineRow): ReceiptLine {
  const { id, returnNumber, orderNumber, lineNumber, product } = row;
  return {
    ...{ receiptLineId: id, line: Number(row.line) },
    ...(returnNumber === null ? {} : { returnNumber }),
    ...(orderNumber === null ? {} : { orderNumber }),
    ...(lineNumber === null ? {} : { lineNumber: Number(lineNumber) }),
    ...(product === null ? {} : { product }),
    quantity: parseQuantity(row.quantity),
    allocated: parseQuantity(row.allocated),
    corrected: parseQuantity(row.corrected),
    setAside: parseQuantity(row.setAside),
    damaged: Boolean(row.damaged),
    complete: Boolean(row.complete),
  };
}

export function receiptLineRow(receiptId: string, line: ReceiptLine): InsertRow {
  return {
    ...{ id: line.receiptLineId, receipt_id: receiptId, line: line.line },
    return_number: line.returnNumber ?? null,
    order_number: line.orderNumber ?? null,
    line_number: line.lineNumber ?? null,
    product: line.product ?? null,
    quantity: formatQuantity(line.quantity),
    allocated: formatQuantity(line.allocated),
    corrected: formatQuantity(line.corrected),
    set_aside: formatQuantity(line.setAside),
    ...{ damaged: line.damaged, complete: line.complete },
  };
}
