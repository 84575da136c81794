import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import type { Cause } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { CeilingSubject } from '../../ceiling/model/ceiling.model';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import { goodwillBudgetsFor, type GoodwillSources } from '../../goodwill/model/goodwill-budgets.policy';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { LockedCeilings } from '../draw-up-settlement/draw-part.decide';
import type { RequestedPart } from '../draw-up-settlement/draw-up-settlement.command';
import { changedAmong, lockCeilings } from '../draw-up-settlement/draw-up-settlement.handler';
import type { DrawUpRefusal, SettlementRefusal } from '../model/settlement.errors';
import type { Settlement } from '../model/settlement.model';
import type { SettlementRepository } from '../model/settlement.repository';
import { isNotOpenToDecision } from '../model/settlement.rules';
import { adjustSettlement as decide } from './adjust-settlement.decide';

export interface AdjustmentDependencies extends GoodwillSources {
  readonly settlements: SettlementRepository;
  readonly ceilings: CeilingRepository;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
}

export interface Adjustment {
  readonly parts: readonly RequestedPart[];
  /** Stable code. */
  readonly reason: string;
  readonly by: string;
}

/** Changes what a released settlement pays, under its ceilings, in the caller's transaction. */
export async function adjustSettlement(
  tx: TenantTransaction,
  settlementId: string,
  { parts, reason, by }: Adjustment,
  { settlements, ceilings, calendar, clock, ...sources }: AdjustmentDependencies,
  cause?: Cause,
): Promise<Outcome<Settlement, SettlementRefusal | DrawUpRefusal>> {
  const settlement = await settlements.lock(tx, settlementId);
  if (settlement === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
  const closed = isNotOpenToDecision(settlement);
  if (closed !== undefined) return refuse(closed);
  const { month } = await calendar.monthOf(tx, settlement.createdAt);
  const goodwill = { caseId: settlement.caseId, currency: settlement.amount.currency, month };
  const budgets = await goodwillBudgetsFor(tx, goodwill, sources);
  // What the parts had drawn is given back under the same locks.
  const drawn = settlement.parts.flatMap(({ draws }) => draws.map(({ ceilingId }) => ceilingId));
  const locked = await lockCeilings(tx, parts, budgets, ceilings, drawn);
  const given = budgetsAmong(drawn, locked);
  const budgeted = given.length === 0 ? budgets : given;
  const decision = decide(settlement, parts, budgeted, locked, { by, reason, now: clock.now() });
  if (!decision.ok) return decision;
  await ceilings.saveMany(tx, changedAmong(decision.value.ceilings, locked));
  await settlements.save(tx, decision.value, cause);
  return accept(decision.value.settlement);
}

/** Goodwill stays with the budgets that it was promised from, whatever the month of the adjustment. */
function budgetsAmong(drawn: readonly string[], locked: LockedCeilings): CeilingSubject[] {
  return [...new Set(drawn)].flatMap((id) => {
    const ceiling = locked.get(id);
    return ceiling?.kind === 'GOODWILL_BUDGET' ? [{ kind: ceiling.kind, subject: ceiling.subject }] : [];
  });
}
