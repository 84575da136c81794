import { type Money, type Outcome, type Refusal, accept, refuse } from '@redress/kernel';
import {
  goodwillSubject,
  orderLineSubject,
  reserve,
  type Ceiling,
  type CeilingKind,
} from '../../ceiling/model/ceiling.model';
import type { DrawUpRefusal } from '../model/settlement.errors';
import { advance, EXPENSE_ACCOUNT, type Settlement, type SettlementChange } from '../model/settlement.model';
import { settlementStates } from '../model/settlement.transitions';
import type { DrawUpSettlement } from './draw-up-settlement.command';

/** The ceiling that a remedy draws on. */
export interface CeilingSought {
  readonly kind: CeilingKind;
  readonly subject: string;
}

/** A settlement drawn up, with its ceiling as it is afterwards, or one refused, with its ceiling untouched. */
export interface DrawnUp extends SettlementChange {
  readonly ceiling?: Ceiling;
}

/**
 * Goodwill is given from the budget of its month, whatever line it is about; everything else gives back money that was
 * paid for a line, and so draws on that line.
 */
export function ceilingSought(
  { instrument, amount, orderLine }: DrawUpSettlement,
  month: string,
): Outcome<CeilingSought, DrawUpRefusal> {
  if (EXPENSE_ACCOUNT[instrument] === undefined) return refuse({ code: 'FINANCE_INSTRUMENT_WITHOUT_MONEY' });
  if (amount.amountMinor <= 0n) return refuse({ code: 'FINANCE_AMOUNT_NOT_POSITIVE' });
  if (instrument === 'GOODWILL') {
    return accept({ kind: 'GOODWILL_BUDGET', subject: goodwillSubject(amount.currency, month) });
  }
  if (orderLine === undefined) return refuse({ code: 'FINANCE_NO_DISPUTED_LINE' });
  return accept({ kind: 'ORDER_LINE', subject: orderLineSubject(orderLine) });
}

/** Draws a settlement up within its ceiling. What may not be drawn is kept as REFUSED, so that finance sees it too. */
export function drawUpSettlement(
  command: DrawUpSettlement,
  sought: Outcome<CeilingSought, DrawUpRefusal>,
  ceiling: Ceiling | undefined,
  { id, number, now }: { readonly id: string; readonly number: string; readonly now: Date },
): DrawnUp {
  const { resolutionApprovedAt: _promisedAt, ...promise } = command;
  const requested: Settlement = {
    ...promise,
    id,
    number,
    // Every settlement begins by one of the two actions below, which replace this state at once.
    state: settlementStates.initial as Settlement['state'],
    createdAt: now,
    version: 0,
  };
  const drawn = draw(command.amount, sought, ceiling);
  if (drawn.ok) {
    const proposed = advance(requested, 'propose', [{ type: 'SettlementProposed', at: now }], {
      ceilingId: drawn.value.id,
    });
    return { ...proposed, ceiling: drawn.value };
  }
  const { code: reason, details }: Refusal<DrawUpRefusal> = drawn.refusals[0] ?? { code: 'FINANCE_NO_DISPUTED_LINE' };
  const why = { reason, ...(details?.maximum === undefined ? {} : { maximum: details.maximum }) };
  return advance(requested, 'refuse', [{ type: 'SettlementRefused', at: now, ...why }], why);
}

function draw(
  amount: Money,
  sought: Outcome<CeilingSought, DrawUpRefusal>,
  ceiling: Ceiling | undefined,
): Outcome<Ceiling, DrawUpRefusal> {
  if (!sought.ok) return sought;
  if (ceiling !== undefined) return reserve(ceiling, amount);
  return refuse({
    code: sought.value.kind === 'ORDER_LINE' ? 'FINANCE_ORDER_LINE_UNKNOWN' : 'FINANCE_GOODWILL_BUDGET_MISSING',
  });
}
