/** Of what a ceiling may be. */
export type CeilingKind = 'ORDER_LINE' | 'ORDER_CHARGE' | 'GOODWILL_BUDGET';

/** What a ceiling is of. */
export interface CeilingSubject {
  readonly kind: CeilingKind;
  readonly subject: string;
}

/** A line of an order. */
export interface OrderLine {
  readonly orderNumber: string;
  readonly lineNumber: number;
}

/** A tax, a fee or the shipping, of one line or, without a line number, of the whole order. */
export interface OrderCharge {
  readonly orderNumber: string;
  readonly lineNumber?: number;
  readonly charge: string;
}

/** The subject of an order line's ceiling: `O-1#1`. */
export function orderLineSubject({ orderNumber, lineNumber }: OrderLine): string {
  return `${orderNumber.trim()}#${lineNumber}`;
}

/** The subject of the ceiling of a charge: `O-1#1:VAT` of a line, `O-1#:SHIPPING` of the order. */
export function orderChargeSubject({ orderNumber, lineNumber, charge }: OrderCharge): string {
  return `${orderNumber.trim()}#${lineNumber ?? ''}:${charge}`;
}

/** The code of the charge that a ceiling is of; undefined for every other kind. Codes contain no colon. */
export function chargeOf({ kind, subject }: CeilingSubject): string | undefined {
  return kind === 'ORDER_CHARGE' ? subject.slice(subject.lastIndexOf(':') + 1) : undefined;
}

/** The subject of a goodwill budget's ceiling: one for each currency and period (`2026-11`), and unit where it has one. */
export function goodwillSubject(currency: string, period: string, unit?: string): string {
  return unit === undefined ? `${currency} ${period}` : `${currency} ${period} ${unit}`;
}
