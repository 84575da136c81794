import { newId, type Clock } from '@redress/kernel';
import type { Cause } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { SettlementNumbers, SettlementRepository } from '../model/settlement.repository';
import type { DrawUpSettlement } from './draw-up-settlement.command';
import { ceilingSought, drawUpSettlement as decide } from './draw-up-settlement.decide';

export interface DrawUpDependencies {
  readonly settlements: SettlementRepository;
  readonly ceilings: CeilingRepository;
  readonly numbers: SettlementNumbers;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
}

/** Draws up a settlement for each remedy, in their order, each under the lock of its ceiling; a remedy only once. */
export async function drawUpSettlements(
  tx: TenantTransaction,
  remedies: readonly DrawUpSettlement[],
  { settlements, ceilings, numbers, calendar, clock }: DrawUpDependencies,
  cause?: Cause,
): Promise<void> {
  const now = clock.now();
  for (const remedy of remedies) {
    if (await settlements.exists(tx, remedy)) continue;
    const { year, month } = await calendar.monthOf(tx, remedy.resolutionApprovedAt);
    const number = await numbers.next(tx.tenantId, year);
    const sought = ceilingSought(remedy, month);
    const ceiling = sought.ok ? await ceilings.lockBySubject(tx, sought.value.kind, sought.value.subject) : undefined;
    const drawn = decide(remedy, sought, ceiling, { id: newId(), number, now });
    if (drawn.ceiling !== undefined) await ceilings.save(tx, drawn.ceiling);
    await settlements.add(tx, drawn, cause);
  }
}
