import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { LeasedPayment, PaymentLane } from '../model/payment.repository';

/** `microseconds` keeps pauses exact in a portable interval. */
export const SOON = 'DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)';
const DUE = 'next_step_at <= NOW(3) AND (lease_until IS NULL OR lease_until <= NOW(3))';

/** Looks without locking and then takes with a condition, so that of several processes only one gets each payment. */
export async function leaseDue(
  system: Database['system'],
  limit: number,
  leaseMs: number,
  lane?: PaymentLane,
): Promise<LeasedPayment[]> {
  const among = amongLane(lane);
  const due = await system.query<{ tenant_id: string; id: string }>(
    `SELECT tenant_id, id FROM payment WHERE ${DUE}${among.sql}
     ORDER BY next_step_at LIMIT ${String(Math.trunc(limit))}`,
    among.params,
  );
  if (due.length === 0) return [];
  const lease = newId();
  const keys = { tenants: [...new Set(due.map((row) => row.tenant_id))], ids: due.map((row) => row.id), lease };
  const { affectedRows } = await system.execute(
    `UPDATE payment SET lease_holder = :lease, lease_until = ${SOON}
     WHERE tenant_id IN (:tenants) AND id IN (:ids) AND ${DUE}`,
    { ...keys, microseconds: leaseMs * 1000 },
  );
  const taken =
    affectedRows === due.length
      ? due
      : await system.query<{ tenant_id: string; id: string }>(
          'SELECT tenant_id, id FROM payment WHERE tenant_id IN (:tenants) AND id IN (:ids) AND lease_holder = :lease',
          keys,
        );
  return taken.map((row) => ({ tenantId: row.tenant_id, paymentId: row.id, lease }));
}

function amongLane(lane: PaymentLane | undefined): { sql: string; params: Record<string, string | string[]> } {
  if (lane === undefined) return { sql: '', params: {} };
  if ('of' in lane) return { sql: ' AND provider = :provider', params: { provider: lane.of } };
  if (lane.exceptOf.length === 0) return { sql: '', params: {} };
  return { sql: ' AND provider NOT IN (:providers)', params: { providers: [...lane.exceptOf] } };
}
