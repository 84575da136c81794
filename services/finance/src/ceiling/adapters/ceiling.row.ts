import { formatQuantity, parseQuantity } from '../model/quantity.model';
import type { Ceiling, CeilingKind } from '../model/ceiling.model';

/** One row of `ceiling`. */
export interface CeilingRow {
  readonly id: string;
  readonly kind: CeilingKind;
  readonly subject: string;
  readonly currency: string;
  readonly limit_minor: string;
  readonly reserved_minor: string;
  readonly settled_minor: string;
  readonly line_id: string | null;
  readonly limit_quantity: string | null;
  readonly reserved_quantity: string;
  readonly settled_quantity: string;
}

export const CEILING_COLUMNS = `c.id, c.kind, c.subject, c.currency, c.limit_minor, c.reserved_minor, c.settled_minor,
  c.line_id, c.limit_quantity, c.reserved_quantity, c.settled_quantity`;

export function fromCeilingRow(row: CeilingRow): Ceiling {
  const { id, kind, subject, currency } = row;
  return {
    ...{ id, kind, subject, currency },
    limitMinor: BigInt(row.limit_minor),
    reservedMinor: BigInt(row.reserved_minor),
    settledMinor: BigInt(row.settled_minor),
    ...(row.line_id === null ? {} : { lineId: row.line_id }),
    ...(row.limit_quantity === null
      ? {}
      : {
          quantity: {
            limit: parseQuantity(row.limit_quantity),
            reserved: parseQuantity(row.reserved_quantity),
            settled: parseQuantity(row.settled_quantity),
          },
        }),
  };
}

export function toCeilingRow(ceiling: Ceiling) {
  const { id, kind, subject, currency, limitMinor, reservedMinor, settledMinor, lineId, quantity } = ceiling;
  return {
    ...{ id, kind, subject, currency },
    limit_minor: limitMinor,
    reserved_minor: reservedMinor,
    settled_minor: settledMinor,
    line_id: lineId ?? null,
    limit_quantity: quantity === undefined ? null : formatQuantity(quantity.limit),
    reserved_quantity: formatQuantity(quantity?.reserved ?? 0n),
    settled_quantity: formatQuantity(quantity?.settled ?? 0n),
  };
}
