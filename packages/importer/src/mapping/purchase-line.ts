import { DateTime } from 'luxon';
import type { BadColumn, Line } from './apply-mapping';
import { holds } from './apply-mapping';
import { minus, readDecimal, times, writeDecimal, type Decimal } from './decimal';
import type { ChargeMapping, PurchaseMapping } from './purchase-mapping.model';

/** An amount as the graph takes it. */
export interface AmountInput {
  readonly amount: string;
  readonly currency: string;
}

/** A line of an order as the graph takes it. */
export interface PurchaseLineInput {
  readonly lineNumber?: number;
  readonly description: string;
  readonly quantity: string;
  readonly paid: AmountInput;
  readonly [further: string]: unknown;
}

/** What a row of the file says of an order. */
export interface PurchaseRow {
  readonly orderNumber: string;
  /** Of the order as a whole, if it is its first row. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly line: PurchaseLineInput;
  readonly payment?: { readonly provider: string; readonly reference: string; readonly amount: AmountInput };
}

/** A row of the file: of an order, none, or one that cannot be read. */
export type MappedRow =
  PurchaseRow | { readonly skipped: true } | { readonly orderNumber: string; readonly bad: readonly BadColumn[] };

/** Reads a row of the file by its mapping. */
export function readPurchaseRow(mapping: PurchaseMapping, row: Line): MappedRow {
  if (mapping.skip.some((condition) => holds(condition, row))) return { skipped: true };
  const cells = new Cells(mapping, row);
  const orderNumber = cells.required(mapping.order.number);
  const currency = cells.required(mapping.order.currency);
  const read = {
    orderNumber,
    head: headOf(mapping, cells, currency),
    line: lineOf(mapping, cells, currency),
    ...paymentOf(mapping, cells, currency),
  };
  return cells.bad.length === 0 ? read : { orderNumber, bad: cells.bad };
}

type TextSource = { readonly column: string; readonly when?: Parameters<typeof holds>[0] } | { readonly is: string };

/** The cells of one row, and what is wrong with them. */
class Cells {
  readonly bad: BadColumn[] = [];

  constructor(
    private readonly mapping: PurchaseMapping,
    private readonly row: Line,
  ) {}

  text(source: TextSource | undefined): string | undefined {
    if (source === undefined) return undefined;
    if ('is' in source) return source.is;
    return holds(source.when, this.row) ? (this.row[source.column] ?? '').trim() || undefined : undefined;
  }

  required(source: TextSource): string {
    const text = this.text(source);
    if (text === undefined && 'column' in source) this.complain(source.column, 'is empty');
    return text ?? '';
  }

  decimal(source: { readonly column: string } | undefined): Decimal | undefined {
    const text = this.text(source);
    if (source === undefined || text === undefined) return undefined;
    const read = readDecimal(text, this.mapping.decimalMark);
    if (read === undefined) this.complain(source.column, 'is not a plain number of zero or more');
    return read;
  }

  moment({ column, format }: { readonly column: string; readonly format: string }): DateTime | undefined {
    const text = this.required({ column });
    const read = DateTime.fromFormat(text, format, { zone: this.mapping.timeZone });
    if (read.isValid) return read;
    if (text !== '') this.complain(column, `is not a date like ${format}`);
    return undefined;
  }

  complain(column: string, reason: string): void {
    if (!this.bad.some((entry) => entry.column === column)) this.bad.push({ column, reason });
  }
}

function headOf({ order }: PurchaseMapping, cells: Cells, currency: string): Record<string, unknown> {
  const rate = order.exchangeRate === undefined ? undefined : cells.decimal(order.exchangeRate.rate);
  return given({
    placedAt: cells.moment(order.placedAt)?.toJSDate().toISOString(),
    currency,
    customerExternalRef: cells.text(order.customer),
    department: cells.text(order.department),
    charges: chargesOf(order.charges, cells, currency),
    ...(order.exchangeRate === undefined || rate === undefined
      ? {}
      : {
          exchangeRate: given({
            baseCurrency: order.exchangeRate.baseCurrency.is,
            rate: writeDecimal(rate),
            rateId: cells.text(order.exchangeRate.rateId),
            on: cells.moment(order.exchangeRate.on)?.toISODate(),
          }),
        }),
  });
}

function lineOf({ line }: PurchaseMapping, cells: Cells, currency: string): PurchaseLineInput {
  const quantity = cells.decimal(line.quantity);
  if (quantity === undefined) cells.complain(line.quantity.column, 'is empty');
  const unitPrice = cells.decimal(line.unitPrice);
  const discount = cells.decimal(line.discount);
  const lineNumber = cells.text(line.number);
  return {
    description: cells.required(line.description),
    quantity: (quantity && writeDecimal(quantity)) ?? '',
    paid: { amount: paidFor(line, cells, { quantity, unitPrice, discount }), currency },
    ...given({
      lineNumber: lineNumber === undefined ? undefined : Number(lineNumber),
      product: cells.text(line.product),
      department: cells.text(line.department),
      unitPrice: unitPrice && writeDecimal(unitPrice),
      discount: discount && { amount: writeDecimal(discount) ?? '', currency },
      charges: chargesOf(line.charges, cells, currency),
    }),
  };
}

const NOTHING: Decimal = { units: 0n, scale: 0 };

/** As the file says, else quantity × unit price − discount, exactly: whether the currency has so many digits is for the graph to say. */
function paidFor(
  { paid, unitPrice: priceField }: PurchaseMapping['line'],
  cells: Cells,
  {
    quantity,
    unitPrice,
    discount = NOTHING,
  }: Readonly<Record<'quantity' | 'unitPrice' | 'discount', Decimal | undefined>>,
): string {
  const column = (paid ?? priceField)?.column ?? 'paid';
  const known = paid === undefined ? unitPrice : cells.decimal(paid);
  if (known === undefined) cells.complain(column, 'is empty');
  // A quantity that cannot be read was complained about already.
  if (known === undefined || quantity === undefined) return '';
  const written = writeDecimal(paid === undefined ? minus(times(quantity, known), discount) : known);
  if (written === undefined) cells.complain(column, 'is less than the discount');
  return written ?? '';
}

function chargesOf(charges: readonly ChargeMapping[] | undefined, cells: Cells, currency: string) {
  const found = (charges ?? []).flatMap(({ kind, code, paid, rate }) => {
    const amount = cells.decimal(paid);
    if (amount === undefined || amount.units === 0n) return [];
    const percent = cells.decimal(rate);
    return [
      {
        kind,
        code,
        paid: { amount: writeDecimal(amount) ?? '', currency },
        ...given({ rate: percent && writeDecimal(percent) }),
      },
    ];
  });
  return found.length === 0 ? undefined : found;
}

function paymentOf({ payment }: PurchaseMapping, cells: Cells, currency: string): Pick<PurchaseRow, 'payment'> {
  const reference = cells.text(payment?.reference);
  if (payment === undefined || reference === undefined) return {};
  const amount = cells.decimal(payment.amount);
  if (amount === undefined) cells.complain(payment.amount.column, 'is empty');
  const provider = cells.required(payment.provider);
  return { payment: { provider, reference, amount: { amount: (amount && writeDecimal(amount)) ?? '', currency } } };
}

function given(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}
