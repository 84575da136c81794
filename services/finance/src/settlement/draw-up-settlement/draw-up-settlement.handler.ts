import { newId, type Clock } from '@redress/kernel';
import type { Cause } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { CeilingSubject } from '../../ceiling/model/ceiling.model';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import { goodwillBudgetsFor, type GoodwillSources } from '../../goodwill/model/goodwill-budgets.policy';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { SettlementNumbers, SettlementRepository } from '../model/settlement.repository';
import { drawingOf, type LockedCeilings } from './draw-part.decide';
import { requestedParts, type DrawUpSettlement, type RequestedPart } from './draw-up-settlement.command';
import { drawUpSettlement as decide } from './draw-up-settlement.decide';

export interface DrawUpDependencies extends GoodwillSources {
  readonly settlements: SettlementRepository;
  readonly ceilings: CeilingRepository;
  readonly numbers: SettlementNumbers;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
}

/** Draws up a settlement for each remedy, in their order, each under the locks of its ceilings; a remedy only once. */
export async function drawUpSettlements(
  tx: TenantTransaction,
  remedies: readonly DrawUpSettlement[],
  { settlements, ceilings, numbers, calendar, clock, ...sources }: DrawUpDependencies,
  cause?: Cause,
): Promise<void> {
  const now = clock.now();
  for (const remedy of remedies) {
    if (await settlements.exists(tx, remedy)) continue;
    const { year, month } = await calendar.monthOf(tx, remedy.resolutionApprovedAt);
    const number = await numbers.next(tx.tenantId, year);
    const budgets = await goodwillBudgetsFor(tx, { ...remedy, currency: remedy.amount.currency, month }, sources);
    const locked = await lockCeilings(tx, requestedParts(remedy), budgets, ceilings);
    const drawn = decide(remedy, budgets, locked, { id: newId(), number, now });
    await ceilings.saveMany(tx, changedAmong(drawn.ceilings, locked));
    await settlements.add(tx, drawn, cause);
  }
}

/** Locks every ceiling that the parts may draw on, in one order everywhere, so that no two settlements wait for each other. */
export async function lockCeilings(
  tx: TenantTransaction,
  parts: readonly RequestedPart[],
  budgets: readonly CeilingSubject[],
  ceilings: CeilingRepository,
  drawnAlready: readonly string[] = [],
): Promise<LockedCeilings> {
  const drawings = parts.flatMap((part) => {
    const drawing = drawingOf(part, budgets);
    return drawing.ok ? [drawing.value] : [];
  });
  const subjects = drawings.flatMap((drawing) => {
    if (drawing.on === 'BUDGETS') return drawing.budgets;
    return drawing.on === 'CHARGE' ? [drawing.charge] : [];
  });
  const lines = drawings.flatMap((drawing) => (drawing.on === 'LINE' ? [drawing.line] : []));
  const ids = [
    ...drawnAlready,
    ...(subjects.length === 0 ? [] : await ceilings.idsBySubjects(tx, subjects)),
    ...(lines.length === 0 ? [] : await ceilings.idsByLines(tx, lines)),
  ];
  const locked = ids.length === 0 ? [] : await ceilings.lockMany(tx, [...new Set(ids)]);
  return new Map(locked.map((ceiling) => [ceiling.id, ceiling]));
}

/** The ceilings that a decision replaced. */
export function changedAmong(after: LockedCeilings, before: LockedCeilings) {
  return [...after.values()].filter((ceiling) => before.get(ceiling.id) !== ceiling);
}
