import type { Refusal } from '@redress/kernel';
import { isQuantity } from '../../ceiling/model/quantity.model';
import type { GoodsContent, ReceiptContent } from '../model/receipt-content.model';
import type { ReceiptRefusal } from '../model/receipt.errors';

const MOST_LINES = 500;
/** Clocks of warehouses differ. */
const AHEAD_MS = 300_000;

/** What is wrong with a receipt, each with its place in the input. */
export function receiptComplaints(
  { warehouse, reference, receivedAt, note, lines }: ReceiptContent,
  now: Date,
  path: readonly string[],
): Refusal<ReceiptRefusal>[] {
  return [
    ...textComplaint(warehouse, 64, [...path, 'warehouse']),
    ...textComplaint(reference, 64, [...path, 'reference']),
    ...(note === undefined ? [] : textComplaint(note, 500, [...path, 'note'])),
    ...(receivedAt.getTime() > now.getTime() + AHEAD_MS
      ? [{ code: 'FINANCE_RECEIPT_IN_FUTURE' as const, path: [...path, 'receivedAt'] }]
      : []),
    ...(lines.length < 1 || lines.length > MOST_LINES
      ? [{ code: 'INPUT_INVALID' as const, path: [...path, 'lines'], details: { limit: MOST_LINES } }]
      : []),
    ...lines.flatMap((line, index) => goodsComplaints(line, [...path, 'lines', String(index)])),
  ];
}

function goodsComplaints(goods: GoodsContent, path: readonly string[]): Refusal<ReceiptRefusal>[] {
  const { returnNumber, orderNumber, lineNumber, product, quantity } = goods;
  const isLine = lineNumber === undefined || (Number.isInteger(lineNumber) && lineNumber > 0);
  return [
    ...(isQuantity(quantity) ? [] : [{ code: 'INPUT_INVALID' as const, path: [...path, 'quantity'] }]),
    ...(isLine ? [] : [{ code: 'INPUT_INVALID' as const, path: [...path, 'lineNumber'] }]),
    ...(returnNumber === undefined ? [] : textComplaint(returnNumber, 32, [...path, 'returnNumber'])),
    ...(orderNumber === undefined ? [] : textComplaint(orderNumber, 64, [...path, 'orderNumber'])),
    ...(product === undefined ? [] : textComplaint(product, 64, [...path, 'product'])),
    ...(returnNumber === undefined && orderNumber === undefined && product === undefined
      ? [{ code: 'FINANCE_RECEIPT_GOODS_UNNAMED' as const, path }]
      : []),
  ];
}

function textComplaint(text: string, limit: number, path: readonly string[]): Refusal<ReceiptRefusal>[] {
  return text.trim() === '' || text.length > limit ? [{ code: 'INPUT_INVALID', path, details: { limit } }] : [];
}
