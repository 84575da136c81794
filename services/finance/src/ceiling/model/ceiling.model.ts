import { type Money, type Outcome, accept, formatAmount, money, refuse } from '@redress/kernel';

/**
 * The account that every instrument draws on: what was paid for an order line, or what a goodwill budget allows.
 * `reserved` is promised and not yet paid, `settled` is paid; together they never pass `limit`.
 */
export interface Ceiling {
  readonly id: string;
  readonly kind: CeilingKind;
  /** What the ceiling is of, in the terms of its kind; see {@link orderLineSubject} and {@link goodwillSubject}. */
  readonly subject: string;
  readonly currency: string;
  readonly limitMinor: bigint;
  readonly reservedMinor: bigint;
  readonly settledMinor: bigint;
}

export type CeilingKind = 'ORDER_LINE' | 'GOODWILL_BUDGET';

export type CeilingRefusal = 'FINANCE_CEILING_EXCEEDED' | 'FINANCE_CURRENCY_MISMATCH';

/** Opens a ceiling on which nothing has been drawn yet. */
export function openCeiling(id: string, kind: CeilingKind, subject: string, limit: Money): Ceiling {
  return guarded({
    id,
    kind,
    subject,
    currency: limit.currency,
    limitMinor: limit.amountMinor,
    reservedMinor: 0n,
    settledMinor: 0n,
  });
}

/** The most that may still be drawn. */
export function remainingUnder(ceiling: Ceiling): Money {
  return money(ceiling.limitMinor - ceiling.reservedMinor - ceiling.settledMinor, ceiling.currency);
}

/** Reserves an amount, or refuses with the most that is left. */
export function reserve(ceiling: Ceiling, amount: Money): Outcome<Ceiling, CeilingRefusal> {
  const maximum = remainingUnder(ceiling);
  if (amount.currency !== ceiling.currency) {
    return refuse({ code: 'FINANCE_CURRENCY_MISMATCH', details: { maximum, allowed: [ceiling.currency] } });
  }
  if (amount.amountMinor > maximum.amountMinor) {
    return refuse({ code: 'FINANCE_CEILING_EXCEEDED', details: { maximum } });
  }
  return accept(guarded({ ...ceiling, reservedMinor: ceiling.reservedMinor + positive(amount) }));
}

/** Gives a reservation back. Throws when it was never made: that is a bug. */
export function release(ceiling: Ceiling, amount: Money): Ceiling {
  requireCurrency(ceiling, amount);
  return guarded({ ...ceiling, reservedMinor: ceiling.reservedMinor - positive(amount) });
}

/** Turns a reservation into money that was paid. Throws when it was never made: that is a bug. */
export function settle(ceiling: Ceiling, amount: Money): Ceiling {
  requireCurrency(ceiling, amount);
  return guarded({
    ...ceiling,
    reservedMinor: ceiling.reservedMinor - positive(amount),
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

/** The subject of an order line's ceiling. */
export function orderLineSubject(orderLine: { readonly orderNumber: string; readonly lineNumber: number }): string {
  return `${orderLine.orderNumber.trim()}#${orderLine.lineNumber}`;
}

/** The subject of a goodwill budget's ceiling: one for each currency and month (`2026-11`). */
export function goodwillSubject(currency: string, month: string): string {
  return `${currency} ${month}`;
}

function guarded(ceiling: Ceiling): Ceiling {
  const { limitMinor, reservedMinor, settledMinor } = ceiling;
  if (reservedMinor < 0n || settledMinor < 0n || reservedMinor + settledMinor > limitMinor) {
    throw new RangeError(`ceiling ${ceiling.id} would not hold: ${limitMinor}, ${reservedMinor}, ${settledMinor}`);
  }
  return ceiling;
}

function positive(amount: Money): bigint {
  if (amount.amountMinor <= 0n) throw new RangeError('only a positive amount can be drawn on a ceiling');
  return amount.amountMinor;
}

function requireCurrency(ceiling: Ceiling, amount: Money): void {
  if (ceiling.currency !== amount.currency) {
    throw new RangeError(`${amount.currency} cannot be drawn on a ceiling in ${ceiling.currency}`);
  }
}
