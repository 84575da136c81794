import { newId } from '@redress/kernel';
import type { SystemSession } from '@redress/persistence';

/** Work of some tenant that nobody else does while the lease lasts. */
export interface LeasedWork {
  readonly tenantId: string;
  readonly id: string;
  readonly lease: string;
}

/** Looks without locking and then takes with a condition, so that of several processes only one gets it. */
export async function leaseDue(
  system: SystemSession,
  table: 'statement_import' | 'matching_run',
  leaseMs: number,
): Promise<LeasedWork | undefined> {
  const [due] = await system.query<{ tenant_id: string; id: string }>(
    `SELECT tenant_id, id FROM ${table} WHERE due_at <= NOW(3) ORDER BY due_at LIMIT 1`,
  );
  if (due === undefined) return undefined;
  const lease = newId();
  // In a transaction, which is tried again when those who are done with their work stand in the way.
  const { affectedRows } = await system.transaction((tx) =>
    tx.execute(
      `UPDATE ${table} SET lease_holder = :lease, due_at = DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)
       WHERE tenant_id = :tenant AND id = :id AND due_at <= NOW(3)`,
      { tenant: due.tenant_id, id: due.id, lease, microseconds: leaseMs * 1000 },
    ),
  );
  return affectedRows === 1 ? { tenantId: due.tenant_id, id: due.id, lease } : leaseDue(system, table, leaseMs);
}
