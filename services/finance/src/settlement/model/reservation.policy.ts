import { money } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import { release, settle, type Ceiling } from '../../ceiling/model/ceiling.model';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { Settlement } from './settlement.model';

/** A settlement that will not be paid gives what it reserved back to its ceilings. */
export function giveReservationBack(
  tx: TenantTransaction,
  settlement: Settlement,
  ceilings: CeilingRepository,
): Promise<void> {
  return onEachDraw(tx, settlement, ceilings, release);
}

/** A settlement that was paid turns what it reserved into what is gone. */
export function useReservationUp(
  tx: TenantTransaction,
  settlement: Settlement,
  ceilings: CeilingRepository,
): Promise<void> {
  return onEachDraw(tx, settlement, ceilings, settle);
}

async function onEachDraw(
  tx: TenantTransaction,
  { id, amount, parts }: Settlement,
  ceilings: CeilingRepository,
  change: typeof release,
): Promise<void> {
  const draws = parts.flatMap((part) => part.draws);
  if (draws.length === 0) throw new Error(`settlement ${id} reserved nothing`);
  const locked = await ceilings.lockMany(tx, [...new Set(draws.map(({ ceilingId }) => ceilingId))]);
  const changed = locked.map((ceiling) =>
    draws
      .filter(({ ceilingId }) => ceilingId === ceiling.id)
      .reduce<Ceiling>(
        (soFar, { amountMinor, quantity }) => change(soFar, money(amountMinor, amount.currency), quantity),
        ceiling,
      ),
  );
  await ceilings.saveMany(tx, changed);
}
