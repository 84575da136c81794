import { accept, allocate, money, refuse, type Outcome } from '@redress/kernel';
import {
  orderChargeSubject,
  orderLineSubject,
  remainingUnder,
  reserve,
  type Ceiling,
  type CeilingSubject,
} from '../../ceiling/model/ceiling.model';
import type { DrawUpRefusal } from '../model/settlement.errors';
import { EXPENSE_ACCOUNT, GOODWILL_INSTRUMENTS, type Draw, type PartSubject } from '../model/settlement-part.model';
import type { RequestedPart } from './draw-up-settlement.command';

/** The ceilings of a settlement, locked, by id; what is drawn replaces them. */
export type LockedCeilings = ReadonlyMap<string, Ceiling>;

export interface DrawnPart {
  readonly draws: readonly Draw[];
  readonly ceilings: LockedCeilings;
}

/** On what a part draws: all of the budgets in full, a line together with its charges, or one charge alone. */
export type Drawing =
  | { readonly on: 'BUDGETS'; readonly budgets: readonly CeilingSubject[] }
  | { readonly on: 'LINE'; readonly line: Required<Pick<PartSubject, 'orderNumber' | 'lineNumber'>> }
  | { readonly on: 'CHARGE'; readonly charge: CeilingSubject };

/**
 * Goodwill that names no line is given from the budgets of its time; everything else gives back money that was paid for
 * a line or a charge, and so draws on that.
 */
export function drawingOf(
  { instrument, amount, subject }: RequestedPart,
  budgets: readonly CeilingSubject[],
): Outcome<Drawing, DrawUpRefusal> {
  if (EXPENSE_ACCOUNT[instrument] === undefined) return refuse({ code: 'FINANCE_INSTRUMENT_WITHOUT_MONEY' });
  if (amount.amountMinor <= 0n) return refuse({ code: 'FINANCE_AMOUNT_NOT_POSITIVE' });
  if (instrument === 'GOODWILL' || (GOODWILL_INSTRUMENTS.includes(instrument) && subject === undefined)) {
    return accept({ on: 'BUDGETS', budgets });
  }
  if (subject === undefined) return refuse({ code: 'FINANCE_NO_DISPUTED_LINE' });
  const { orderNumber, lineNumber, charge } = subject;
  if (charge !== undefined) {
    const line = lineNumber === undefined ? {} : { lineNumber };
    return accept({
      on: 'CHARGE',
      charge: { kind: 'ORDER_CHARGE', subject: orderChargeSubject({ orderNumber, ...line, charge }) },
    });
  }
  if (lineNumber === undefined) return refuse({ code: 'FINANCE_NO_DISPUTED_LINE' });
  return accept({ on: 'LINE', line: { orderNumber, lineNumber } });
}

/**
 * Draws one part, or refuses with the most that is left for it. `chargesNamed`: whether another part of the settlement
 * names a charge of the same line, so that the part about the line means the line alone.
 */
export function drawPart(
  { amount, quantity }: RequestedPart,
  drawing: Drawing,
  ceilings: LockedCeilings,
  chargesNamed: boolean,
): Outcome<DrawnPart, DrawUpRefusal> {
  switch (drawing.on) {
    case 'BUDGETS':
      return drawEach(
        drawing.budgets.map((budget) => ({ ceiling: find(ceilings, budget), amountMinor: amount.amountMinor })),
        { currency: amount.currency, missing: 'FINANCE_GOODWILL_BUDGET_MISSING' },
        ceilings,
      );
    case 'CHARGE':
      return drawEach(
        [{ ceiling: find(ceilings, drawing.charge), amountMinor: amount.amountMinor }],
        { currency: amount.currency, missing: 'FINANCE_ORDER_LINE_UNKNOWN' },
        ceilings,
      );
    case 'LINE': {
      const spread = overLineAndCharges(amount, drawing.line, ceilings, chargesNamed);
      if (!spread.ok) return spread;
      const options = { currency: amount.currency, missing: 'FINANCE_ORDER_LINE_UNKNOWN' } as const;
      return drawEach(spread.value, { ...options, ...(quantity === undefined ? {} : { quantity }) }, ceilings);
    }
  }
}

interface Share {
  readonly ceiling: Ceiling | undefined;
  readonly amountMinor: bigint;
}

/**
 * What a line gives back is spread over the line and its charges by what is left of each: whatever the sequence of
 * partial refunds, the last one leaves nothing and none passes anything.
 */
function overLineAndCharges(
  amount: RequestedPart['amount'],
  line: { readonly orderNumber: string; readonly lineNumber: number },
  ceilings: LockedCeilings,
  chargesNamed: boolean,
): Outcome<Share[], DrawUpRefusal> {
  const own = find(ceilings, { kind: 'ORDER_LINE', subject: orderLineSubject(line) });
  if (own === undefined) return refuse({ code: 'FINANCE_ORDER_LINE_UNKNOWN' });
  const charges = [...ceilings.values()].filter(({ kind, lineId }) => kind === 'ORDER_CHARGE' && lineId === own.id);
  const all = chargesNamed ? [own] : [own, ...charges];
  if (amount.currency !== own.currency) {
    return refuse({
      code: 'FINANCE_CURRENCY_MISMATCH',
      details: { maximum: remainingUnder(own), allowed: [own.currency] },
    });
  }
  const left = all.map((ceiling) => remainingUnder(ceiling).amountMinor);
  const maximum = money(
    left.reduce((sum, each) => sum + each, 0n),
    own.currency,
  );
  if (amount.amountMinor > maximum.amountMinor) {
    return refuse({ code: 'FINANCE_CEILING_EXCEEDED', details: { maximum } });
  }
  const shares = allocate(amount, left);
  return accept(all.map((ceiling, index) => ({ ceiling, amountMinor: shares[index]?.amountMinor ?? 0n })));
}

function drawEach(
  shares: readonly Share[],
  {
    currency,
    missing,
    quantity,
  }: { readonly currency: string; readonly missing: DrawUpRefusal; readonly quantity?: string },
  ceilings: LockedCeilings,
): Outcome<DrawnPart, DrawUpRefusal> {
  const changed = new Map(ceilings);
  const draws: Draw[] = [];
  for (const { ceiling, amountMinor } of shares) {
    if (ceiling === undefined) return refuse({ code: missing });
    const ofLine = ceiling.kind === 'ORDER_LINE' && quantity !== undefined ? { quantity } : {};
    // A quantity counts even where nothing of the amount falls on its line.
    if (amountMinor === 0n && ofLine.quantity === undefined) continue;
    const reserved = reserve(ceiling, money(amountMinor, currency), ofLine.quantity);
    if (!reserved.ok) return reserved;
    changed.set(ceiling.id, reserved.value);
    draws.push({ ceilingId: ceiling.id, amountMinor, ...ofLine });
  }
  return draws.length === 0 ? refuse({ code: missing }) : accept({ draws, ceilings: changed });
}

function find(ceilings: LockedCeilings, { kind, subject }: CeilingSubject): Ceiling | undefined {
  return [...ceilings.values()].find((ceiling) => ceiling.kind === kind && ceiling.subject === subject);
}
