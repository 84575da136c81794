import type { Database } from '@redress/persistence';
import { PAYOUT_MEANS, isAutomatic } from '../model/payout-means.model';

const AUTOMATIC = PAYOUT_MEANS.filter(isAutomatic);

/** Looks without locking and then lets go with a condition, so that several processes may do it at once. */
export async function releaseHeld(system: Database['system'], now: Date, limit: number): Promise<number> {
  const due = await system.query<{ tenant_id: string; id: string }>(
    `SELECT tenant_id, id FROM payment WHERE held_until <= :now ORDER BY held_until LIMIT ${String(Math.trunc(limit))}`,
    { now },
  );
  if (due.length === 0) return 0;
  await system.execute(
    `UPDATE payment SET next_step_at = CASE WHEN state = 'PENDING' AND means IN (:automatic) THEN NOW(3) ELSE next_step_at END,
       held_until = NULL
     WHERE tenant_id IN (:tenants) AND id IN (:ids) AND held_until <= :now`,
    {
      tenants: [...new Set(due.map((row) => row.tenant_id))],
      ...{ ids: due.map((row) => row.id), automatic: AUTOMATIC, now },
    },
  );
  return due.length;
}
