import { type Money, type Outcome, accept, formatAmount, money, refuse } from '@redress/kernel';
import type { CeilingKind } from './ceiling-subject.model';
import { formatQuantity, parseQuantity } from './quantity.model';

export { chargeOf, goodwillSubject, orderChargeSubject, orderLineSubject } from './ceiling-subject.model';
export type { CeilingKind, CeilingSubject } from './ceiling-subject.model';

/**
 * The account that every instrument draws on: what was paid for an order line or for one charge of it, or what a
 * goodwill budget allows. `reserved` is promised and not yet paid, `settled` is paid; together they never pass `limit`.
 */
export interface Ceiling {
  readonly id: string;
  readonly kind: CeilingKind;
  /** What the ceiling is of, in the terms of its kind; see `ceiling-subject.model`. */
  readonly subject: string;
  readonly currency: string;
  readonly limitMinor: bigint;
  readonly reservedMinor: bigint;
  readonly settledMinor: bigint;
  /** The ceiling of the order line: of a line its own id, of a charge of a line that of the line. */
  readonly lineId?: string;
  /** How much of a line there is and how much went back, where it is known; a return may not pass it either. */
  readonly quantity?: CeilingQuantity;
}

/** Whole millionths of what a line counts. */
export interface CeilingQuantity {
  readonly limit: bigint;
  readonly reserved: bigint;
  readonly settled: bigint;
}

export type CeilingRefusal = 'FINANCE_CEILING_EXCEEDED' | 'FINANCE_QUANTITY_EXCEEDED' | 'FINANCE_CURRENCY_MISMATCH';

/** What a ceiling is opened with beside its limit. */
export interface CeilingOpening {
  readonly lineId?: string;
  /** Plain decimal. */
  readonly quantity?: string;
}

/** Opens a ceiling on which nothing has been drawn yet. */
export function openCeiling(
  id: string,
  kind: CeilingKind,
  subject: string,
  limit: Money,
  { lineId, quantity }: CeilingOpening = {},
): Ceiling {
  return guarded({
    id,
    kind,
    subject,
    currency: limit.currency,
    limitMinor: limit.amountMinor,
    reservedMinor: 0n,
    settledMinor: 0n,
    ...(lineId === undefined ? {} : { lineId }),
    ...(quantity === undefined ? {} : { quantity: { limit: parseQuantity(quantity), reserved: 0n, settled: 0n } }),
  });
}

/** The most that may still be drawn. */
export function remainingUnder(ceiling: Ceiling): Money {
  return money(ceiling.limitMinor - ceiling.reservedMinor - ceiling.settledMinor, ceiling.currency);
}

/** How much of the line may still go back, as a plain decimal; undefined where it is not known. */
export function quantityUnder({ quantity }: Ceiling): string | undefined {
  return quantity === undefined ? undefined : formatQuantity(quantity.limit - quantity.reserved - quantity.settled);
}

/**
 * Reserves an amount, and with it a quantity where goods come back, or refuses with the most that is left. A quantity
 * counts only under a ceiling that knows how much there is.
 */
export function reserve(ceiling: Ceiling, amount: Money, quantity?: string): Outcome<Ceiling, CeilingRefusal> {
  const maximum = remainingUnder(ceiling);
  if (amount.currency !== ceiling.currency) {
    return refuse({ code: 'FINANCE_CURRENCY_MISMATCH', details: { maximum, allowed: [ceiling.currency] } });
  }
  const moved = moveQuantity(ceiling, quantity, 1n, 0n);
  if (moved.quantity !== undefined && moved.quantity.reserved + moved.quantity.settled > moved.quantity.limit) {
    const left = quantityUnder(ceiling) ?? '0';
    return refuse({
      code: 'FINANCE_QUANTITY_EXCEEDED',
      facts: { quantity: left },
      details: { maximum, allowed: [left] },
    });
  }
  if (amount.amountMinor > maximum.amountMinor) {
    return refuse({ code: 'FINANCE_CEILING_EXCEEDED', details: { maximum } });
  }
  return accept(guarded({ ...moved, reservedMinor: ceiling.reservedMinor + drawable(amount, quantity) }));
}

/** Gives a reservation back. Throws when it was never made: that is a bug. */
export function release(ceiling: Ceiling, amount: Money, quantity?: string): Ceiling {
  requireCurrency(ceiling, amount);
  const moved = moveQuantity(ceiling, quantity, -1n, 0n);
  return guarded({ ...moved, reservedMinor: ceiling.reservedMinor - drawable(amount, quantity) });
}

/** Turns a reservation into money that was paid. Throws when it was never made: that is a bug. */
export function settle(ceiling: Ceiling, amount: Money, quantity?: string): Ceiling {
  requireCurrency(ceiling, amount);
  return guarded({
    ...moveQuantity(ceiling, quantity, -1n, 1n),
    reservedMinor: ceiling.reservedMinor - drawable(amount, quantity),
    settledMinor: ceiling.settledMinor + amount.amountMinor,
  });
}

/** Changes the limit, or refuses with what is already reserved and settled when the limit would fall below it. */
export function changeLimit(ceiling: Ceiling, limit: Money): Outcome<Ceiling, 'FINANCE_BUDGET_BELOW_COMMITMENTS'> {
  requireCurrency(ceiling, limit);
  const committedMinor = ceiling.reservedMinor + ceiling.settledMinor;
  if (limit.amountMinor < committedMinor) {
    const committed = `${formatAmount(money(committedMinor, ceiling.currency))} ${ceiling.currency}`;
    return refuse({ code: 'FINANCE_BUDGET_BELOW_COMMITMENTS', facts: { committed } });
  }
  return accept(guarded({ ...ceiling, limitMinor: limit.amountMinor }));
}

function moveQuantity(ceiling: Ceiling, moved: string | undefined, reserving: bigint, settling: bigint): Ceiling {
  const { quantity } = ceiling;
  if (quantity === undefined || moved === undefined) return ceiling;
  const units = parseQuantity(moved);
  return {
    ...ceiling,
    quantity: {
      ...quantity,
      reserved: quantity.reserved + reserving * units,
      settled: quantity.settled + settling * units,
    },
  };
}

function guarded(ceiling: Ceiling): Ceiling {
  const { limitMinor, reservedMinor, settledMinor, quantity } = ceiling;
  if (!holds(limitMinor, reservedMinor, settledMinor)) {
    throw new RangeError(`ceiling ${ceiling.id} would not hold: ${limitMinor}, ${reservedMinor}, ${settledMinor}`);
  }
  if (quantity !== undefined && !holds(quantity.limit, quantity.reserved, quantity.settled)) {
    throw new RangeError(`ceiling ${ceiling.id} would not hold its quantity`);
  }
  return ceiling;
}

function holds(limit: bigint, reserved: bigint, settled: bigint): boolean {
  return reserved >= 0n && settled >= 0n && reserved + settled <= limit;
}

/** Goods may come back for whose line nothing is left to be given, when their tax still is. */
function drawable({ amountMinor }: Money, quantity: string | undefined): bigint {
  if (amountMinor < 0n || (amountMinor === 0n && quantity === undefined)) {
    throw new RangeError('only a positive amount, or a quantity, can be drawn on a ceiling');
  }
  return amountMinor;
}

function requireCurrency(ceiling: Ceiling, amount: Money): void {
  if (ceiling.currency !== amount.currency) {
    throw new RangeError(`${amount.currency} cannot be drawn on a ceiling in ${ceiling.currency}`);
  }
}
