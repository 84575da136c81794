import { applyMapping, type BadColumn } from '../mapping/apply-mapping';
import type { Mapping } from '../mapping/mapping.model';
import { readPurchaseRow, type PurchaseRow } from '../mapping/purchase-line';
import type { PurchaseMapping } from '../mapping/purchase-mapping.model';
import type { ReadLine } from './read-lines';

/** A line that is not sent, or was refused. */
export interface Reject extends BadColumn {
  readonly line: number;
}

/** What is sent as one: a record of the file, or the records of one order. */
export interface Unit {
  /** Numbers of its lines in the file. */
  readonly lines: readonly number[];
  /** How many records of the file it is. */
  readonly records: number;
  /** Bytes of the file up to its end. */
  readonly bytes: number;
  /** What is sent; nothing for records that are left out, and for those that are bad. */
  readonly content?: object;
  readonly rejects: readonly Reject[];
}

/** Leaves out the records that are dealt with already. */
export async function* afterRecords(lines: AsyncIterable<ReadLine>, skip: number): AsyncGenerator<ReadLine> {
  let passed = 0;
  for await (const line of lines) {
    passed += 1;
    if (passed > skip) yield line;
  }
}

/** Each record is a complaint of its own. */
export async function* complaintUnits(lines: AsyncIterable<ReadLine>, mapping: Mapping): AsyncGenerator<Unit> {
  for await (const { line, bytes, content } of lines) {
    const mapped =
      'problem' in content ? { bad: [{ column: '', reason: content.problem }] } : applyMapping(mapping, content.values);
    const rejects = 'bad' in mapped ? mapped.bad.map((entry) => ({ line, ...entry })) : [];
    yield { lines: [line], records: 1, bytes, rejects, ...('row' in mapped ? { content: mapped.row } : {}) };
  }
}

interface OpenOrder {
  readonly orderNumber: string | undefined;
  readonly rows: { readonly line: number; readonly row: PurchaseRow }[];
  readonly bad: Reject[];
  records: number;
  bytes: number;
}

/** Records that stand together and name the same order are one order; those that are left out end none. */
export async function* orderUnits(lines: AsyncIterable<ReadLine>, mapping: PurchaseMapping): AsyncGenerator<Unit> {
  let open: OpenOrder | undefined;
  for await (const { line, bytes, content } of lines) {
    const mapped = 'problem' in content ? { problem: content.problem } : readPurchaseRow(mapping, content.values);
    const orderNumber = 'orderNumber' in mapped ? mapped.orderNumber : undefined;
    const continues = open !== undefined && (orderNumber === undefined || orderNumber === open.orderNumber);
    if (!continues) {
      if (open !== undefined) yield orderUnit(open, mapping);
      open = { orderNumber, rows: [], bad: [], records: 0, bytes };
    }
    if (open === undefined) throw new Error('no order is open');
    if ('problem' in mapped) open.bad.push({ line, column: '', reason: mapped.problem });
    else if ('bad' in mapped) open.bad.push(...mapped.bad.map((entry) => ({ line, ...entry })));
    else if ('line' in mapped) open.rows.push({ line, row: mapped });
    open.records += 1;
    open.bytes = bytes;
  }
  if (open !== undefined) yield orderUnit(open, mapping);
}

const WITH_A_BAD_LINE = 'belongs to an order with a bad line';

function orderUnit({ orderNumber, rows, bad, records, bytes }: OpenOrder, { payment }: PurchaseMapping): Unit {
  const lines = rows.map(({ line }) => line);
  const [first] = rows;
  if (bad.length > 0 || first === undefined) {
    const others = lines.map((line) => ({ line, column: '', reason: WITH_A_BAD_LINE }));
    return { lines, records, bytes, rejects: [...bad, ...others] };
  }
  const paidBy = rows.flatMap(({ row }) => row.payment ?? []);
  const payments = paidBy.filter(
    ({ provider, reference }, index) =>
      paidBy.findIndex((other) => other.provider === provider && other.reference === reference) === index,
  );
  const content = {
    orderNumber,
    ...first.row.head,
    lines: rows.map(({ row }, index) => ({ lineNumber: index + 1, ...row.line })),
    ...(payments.length === 0 ? {} : { payments, paymentsComplete: payment?.complete ?? false }),
  };
  return { lines, records, bytes, rejects: [], content };
}
