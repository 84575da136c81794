import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { formatAmount, money } from '@redress/kernel';

const FILE = join(
  ...[__dirname, '..', '..', '..', '..', '..', 'test', 'fixtures', 'retail'],
  'online-retail-even-customers.csv.gz',
);

/** A line of the retailer's file. */
export interface RetailLine {
  readonly invoice: string;
  readonly product: string;
  readonly description: string;
  /** Positive for a purchase and for a cancellation. */
  readonly quantity: number;
  readonly at: Date;
  readonly unitMinor: bigint;
  readonly customer: string;
  readonly cancels: boolean;
}

/** What the oracle says of a cancellation. */
export type RetailVerdict = 'COVERED' | 'EXCEEDS' | 'NEVER_BOUGHT';

/** The file in the order in which it is to be walked. */
export function retailLines(): RetailLine[] {
  const [, ...rows] = gunzipSync(readFileSync(FILE)).toString('utf8').trim().split(/\r?\n/);
  const lines = rows.map((row, index) => ({ index, line: lineOf(cellsOf(row)) }));
  const rank = ({ line, index }: (typeof lines)[number]) => [line.at.getTime(), Number(line.cancels), index] as const;
  return lines
    .sort((left, right) => {
      const [a, b] = [rank(left), rank(right)];
      return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
    })
    .map(({ line }) => line);
}

/** Orders as the bulk mutation takes them: an invoice is an order, its lines in the sequence of the file. */
export function ordersOf(lines: readonly RetailLine[]) {
  const invoices = new Map<string, RetailLine[]>();
  for (const line of lines.filter(({ cancels }) => !cancels)) {
    invoices.set(line.invoice, [...(invoices.get(line.invoice) ?? []), line]);
  }
  return [...invoices].map(([orderNumber, ofInvoice]) => ({
    orderNumber,
    customerExternalRef: ofInvoice[0]?.customer,
    placedAt: ofInvoice[0]?.at.toISOString(),
    currency: 'GBP',
    lines: ofInvoice.map(({ product, description, quantity, unitMinor }, index) => ({
      ...{ lineNumber: index + 1, description, product, quantity: String(quantity) },
      unitPrice: formatAmount(money(unitMinor, 'GBP')),
      paid: { amount: formatAmount(money(unitMinor * BigInt(quantity), 'GBP')), currency: 'GBP' },
    })),
  }));
}

/** The oracle, walked naively: for each customer and product what was bought and not yet returned. */
export function verdictsOn(lines: readonly RetailLine[]): Map<RetailLine, RetailVerdict> {
  const left = new Map<string, number>();
  const verdicts = new Map<RetailLine, RetailVerdict>();
  for (const line of lines) {
    const key = `${line.customer} ${line.product}`;
    const quantity = left.get(key);
    if (!line.cancels) left.set(key, (quantity ?? 0) + line.quantity);
    else if (quantity === undefined) verdicts.set(line, 'NEVER_BOUGHT');
    else if (quantity < line.quantity) verdicts.set(line, 'EXCEEDS');
    else {
      left.set(key, quantity - line.quantity);
      verdicts.set(line, 'COVERED');
    }
  }
  return verdicts;
}

function lineOf(cells: readonly string[]): RetailLine {
  const [invoice = '', product = '', description = '', quantity = '', date = '', price = '', customer = ''] = cells;
  const [whole = '0', fraction = ''] = price.split('.');
  return {
    ...{ invoice, product, description, customer, at: dateOf(date) },
    quantity: Math.abs(Number(quantity)),
    unitMinor: BigInt(whole + fraction.padEnd(2, '0')),
    cancels: invoice.startsWith('C'),
  };
}

/** `12/1/2010 13:04`: month, day, year; the zone does not matter here. */
function dateOf(text: string): Date {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = text.split(/[/ :]/).map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute));
}

/** The cells of a row; the file has no line breaks within quotes. */
function cellsOf(row: string): string[] {
  return [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}
