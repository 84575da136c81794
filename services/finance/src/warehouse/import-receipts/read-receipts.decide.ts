import type { Refusal } from '@redress/kernel';
import { isQuantity } from '../../ceiling/model/quantity.model';
import type { GoodsContent, ReceiptContent } from '../model/receipt-content.model';
import type { FileRow, ReceiptColumns, ReceiptFileReading } from '../model/receipt-file.model';
import type { ReceiptRefusal } from '../model/receipt.errors';

/** The rows of one receipt, and what they say together, or why they say nothing. */
export interface FileReceipt {
  readonly rows: readonly number[];
  readonly content: ReceiptContent;
  readonly refusals: ReadonlyMap<number, readonly Refusal<ReceiptRefusal>[]>;
}

/** Names of columns that are asked for and not there. */
export function missingColumns({ columns }: ReceiptFileReading, header: FileRow | undefined): readonly string[] {
  const known = new Set(header?.values.map((name) => name.trim()));
  return Object.values(columns as Record<keyof ReceiptColumns, string>).filter((name) => !known.has(name));
}

/** The receipts of a file, each of all its rows wherever they stand. */
export function readReceipts(
  reading: ReceiptFileReading,
  header: FileRow,
  rows: readonly FileRow[],
): readonly FileReceipt[] {
  const read = rows.map((row) => readRow(reading, header, row));
  const groups = new Map<string, RowRead[]>();
  for (const row of read) {
    const key = JSON.stringify([row.warehouse, row.reference]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(receiptOf);
}

interface RowRead {
  readonly row: number;
  readonly warehouse: string;
  readonly reference: string;
  readonly receivedAt: Date | undefined;
  readonly goods: GoodsContent;
  readonly refusals: readonly Refusal<ReceiptRefusal>[];
}

function receiptOf(rows: readonly RowRead[]): FileReceipt {
  const [first] = rows;
  if (first === undefined) throw new Error('a receipt without rows');
  const { warehouse, reference, receivedAt = new Date(0) } = first;
  const disagree = rows.some((row) => row.receivedAt?.getTime() !== first.receivedAt?.getTime());
  const apart: Refusal<ReceiptRefusal>[] = disagree
    ? [{ code: 'FINANCE_RECEIPT_ROWS_DISAGREE', facts: { reference } }]
    : [];
  const refusals = new Map(rows.map((row) => [row.row, [...row.refusals, ...apart]] as const));
  const content = { warehouse, reference, receivedAt, lines: rows.map(({ goods }) => goods) };
  return { rows: rows.map(({ row }) => row), content, refusals };
}

function readRow({ columns, warehouse: fixed = '' }: ReceiptFileReading, header: FileRow, row: FileRow): RowRead {
  const places = new Map(header.values.map((name, index) => [name.trim(), index]));
  const value = (column: string | undefined): string => {
    const place = column === undefined ? undefined : places.get(column);
    return place === undefined ? '' : (row.values[place] ?? '').trim();
  };
  const text = (column: string | undefined) => (value(column) === '' ? undefined : value(column));
  const receivedAt = readMoment(value(columns.receivedAt));
  const quantity = value(columns.quantity);
  const lineText = text(columns.lineNumber);
  const lineNumber = lineText === undefined ? undefined : /^\d{1,6}$/.test(lineText) ? Number(lineText) : 0;
  const unreadable = [
    ...(receivedAt === undefined ? [columns.receivedAt] : []),
    ...(isQuantity(quantity) ? [] : [columns.quantity]),
    ...(lineNumber === 0 ? [columns.lineNumber ?? ''] : []),
    ...(value(columns.reference) === '' ? [columns.reference] : []),
  ];
  const returnNumber = text(columns.returnNumber);
  const orderNumber = text(columns.orderNumber);
  const product = text(columns.product);
  const goods = {
    ...(returnNumber === undefined ? {} : { returnNumber }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
    ...(lineNumber === undefined ? {} : { lineNumber }),
    ...(product === undefined ? {} : { product }),
    ...{ quantity, damaged: isYes(value(columns.damaged)), complete: isYes(value(columns.complete)) },
  };
  return {
    ...{ row: row.row, warehouse: text(columns.warehouse) ?? fixed, reference: value(columns.reference) },
    ...{ receivedAt, goods },
    refusals: unreadable.map((column) => ({ code: 'FINANCE_RECEIPT_VALUE_UNREADABLE', facts: { column } })),
  };
}

const DAY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** A moment with its zone, or a day, which stands for its first moment in UTC. */
function readMoment(text: string): Date | undefined {
  const day = DAY.exec(text);
  if (day !== null) {
    const [, year = '', month = '', date = ''] = day;
    const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    const moment = new Date(`${iso}T00:00:00.000Z`);
    return Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(iso) ? undefined : moment;
  }
  const moment = MOMENT.test(text) ? new Date(text) : undefined;
  return moment === undefined || Number.isNaN(moment.getTime()) ? undefined : moment;
}

function isYes(text: string): boolean {
  return ['1', 'true', 'yes', 'y', 'x', '是'].includes(text.toLowerCase());
}
