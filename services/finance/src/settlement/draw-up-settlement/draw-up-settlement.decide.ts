import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import type { CeilingSubject } from '../../ceiling/model/ceiling.model';
import type { DrawUpRefusal } from '../model/settlement.errors';
import { advance, type Settlement, type SettlementChange } from '../model/settlement.model';
import { sumOfParts, type SettlementPart } from '../model/settlement-part.model';
import { settlementStates } from '../model/settlement.transitions';
import { drawingOf, drawPart, type LockedCeilings } from './draw-part.decide';
import { requestedParts, type DrawUpSettlement, type RequestedPart } from './draw-up-settlement.command';

/** A settlement drawn up, with its ceilings as they are afterwards, or one refused, with its ceilings untouched. */
export interface DrawnUp extends SettlementChange {
  readonly ceilings: LockedCeilings;
}

/** Draws all parts of a settlement, or none: the first that cannot be drawn is why the whole is refused. */
export function drawParts(
  parts: readonly RequestedPart[],
  customerId: string,
  budgets: readonly CeilingSubject[],
  locked: LockedCeilings,
): Outcome<{ readonly parts: readonly SettlementPart[]; readonly ceilings: LockedCeilings }, DrawUpRefusal> {
  const [first] = parts;
  if (parts.some(({ amount }) => amount.currency !== first?.amount.currency)) {
    return refuse({ code: 'FINANCE_CURRENCY_MISMATCH', details: { allowed: [first?.amount.currency ?? ''] } });
  }
  const drawn: SettlementPart[] = [];
  let ceilings = locked;
  for (const part of undrawnParts(parts, customerId)) {
    const drawing = drawingOf(part, budgets);
    if (!drawing.ok) return drawing;
    const outcome = drawPart(part, drawing.value, ceilings, namesChargeOf(part, parts));
    if (!outcome.ok) return outcome;
    drawn.push({ ...part, draws: outcome.value.draws });
    ceilings = outcome.value.ceilings;
  }
  return accept({ parts: drawn, ceilings });
}

/** Draws a settlement up within its ceilings. What may not be drawn is kept as REFUSED, so that finance sees it too. */
export function drawUpSettlement(
  command: DrawUpSettlement,
  budgets: readonly CeilingSubject[],
  locked: LockedCeilings,
  { id, number, now }: { readonly id: string; readonly number: string; readonly now: Date },
): DrawnUp {
  const { resolutionApprovedAt: _promisedAt, parts: _parts, ...promise } = command;
  const requested = undrawnParts(requestedParts(command), command.customerId);
  const settlement: Settlement = {
    ...promise,
    id,
    number,
    parts: requested,
    // Every settlement begins by one of the two actions below, which replace this state at once.
    state: settlementStates.initial as Settlement['state'],
    createdAt: now,
    version: 0,
  };
  const drawn = drawParts(requested, command.customerId, budgets, locked);
  if (drawn.ok) {
    const { parts, ceilings } = drawn.value;
    const amount = sumOfParts(parts);
    return {
      ...advance(settlement, 'propose', [{ type: 'SettlementProposed', at: now }], { parts, amount }),
      ceilings,
    };
  }
  const { code: reason, details }: Refusal<DrawUpRefusal> = drawn.refusals[0] ?? { code: 'FINANCE_NO_DISPUTED_LINE' };
  const why = { reason, ...(details?.maximum === undefined ? {} : { maximum: details.maximum }) };
  return { ...advance(settlement, 'refuse', [{ type: 'SettlementRefused', at: now, ...why }], why), ceilings: locked };
}

function namesChargeOf({ subject }: RequestedPart, parts: readonly RequestedPart[]): boolean {
  return parts.some(
    ({ subject: other }) =>
      other?.charge !== undefined &&
      other.orderNumber === subject?.orderNumber &&
      other.lineNumber === subject.lineNumber,
  );
}

function undrawnParts(parts: readonly RequestedPart[], customerId: string): SettlementPart[] {
  return parts.map((part, index) => ({ payee: customerId, ...part, part: index + 1, draws: [] }));
}
