import type { TenantTransaction } from '@redress/persistence';
import { release, settle } from '../../ceiling/model/ceiling.model';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { Settlement } from './settlement.model';

/** A settlement that will not be paid gives what it reserved back to its ceiling. */
export async function giveReservationBack(
  tx: TenantTransaction,
  settlement: Settlement,
  ceilings: CeilingRepository,
): Promise<void> {
  await ceilings.save(tx, release(await ceilings.lock(tx, ceilingOf(settlement)), settlement.amount));
}

/** A settlement that was paid turns what it reserved into what is gone. */
export async function useReservationUp(
  tx: TenantTransaction,
  settlement: Settlement,
  ceilings: CeilingRepository,
): Promise<void> {
  await ceilings.save(tx, settle(await ceilings.lock(tx, ceilingOf(settlement)), settlement.amount));
}

function ceilingOf({ id, ceilingId }: Settlement): string {
  if (ceilingId === undefined) throw new Error(`settlement ${id} reserved nothing`);
  return ceilingId;
}
