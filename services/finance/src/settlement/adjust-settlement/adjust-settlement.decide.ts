import { accept, money, type Outcome } from '@redress/kernel';
import { release, type Ceiling, type CeilingSubject } from '../../ceiling/model/ceiling.model';
import type { LockedCeilings } from '../draw-up-settlement/draw-part.decide';
import type { RequestedPart } from '../draw-up-settlement/draw-up-settlement.command';
import { drawParts, type DrawnUp } from '../draw-up-settlement/draw-up-settlement.decide';
import type { DrawUpRefusal } from '../model/settlement.errors';
import { advance, type Settlement } from '../model/settlement.model';
import { sumOfParts } from '../model/settlement-part.model';

/**
 * Gives a released settlement other parts, for example because less came back than was authorised: what it had drawn is
 * given back and the new parts are drawn, all under the same locks. Refused when the new parts do not fit.
 */
export function adjustSettlement(
  settlement: Settlement,
  parts: readonly RequestedPart[],
  budgets: readonly CeilingSubject[],
  locked: LockedCeilings,
  { by, reason, now }: { readonly by: string; readonly reason: string; readonly now: Date },
): Outcome<DrawnUp, DrawUpRefusal> {
  const drawn = drawParts(parts, settlement.customerId, budgets, withoutDrawsOf(settlement, locked));
  if (!drawn.ok) return drawn;
  const changes = { parts: drawn.value.parts, amount: sumOfParts(drawn.value.parts) };
  const adjusted = advance(settlement, 'adjust', [{ type: 'SettlementAdjusted', at: now, by, reason }], changes);
  return accept({ ...adjusted, ceilings: drawn.value.ceilings });
}

function withoutDrawsOf({ parts, amount }: Settlement, locked: LockedCeilings): LockedCeilings {
  const freed = new Map(locked);
  for (const { ceilingId, amountMinor, quantity } of parts.flatMap(({ draws }) => draws)) {
    const ceiling: Ceiling | undefined = freed.get(ceilingId);
    if (ceiling === undefined) throw new Error(`ceiling ${ceilingId} is not locked`);
    freed.set(ceilingId, release(ceiling, money(amountMinor, amount.currency), quantity));
  }
  return freed;
}
