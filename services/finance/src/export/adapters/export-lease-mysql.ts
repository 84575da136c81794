import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { ExportRepository, LeasedExport } from '../model/export.repository';

const SOON = 'DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)';
const DUE = `state IN ('QUEUED', 'RUNNING') AND (lease_until IS NULL OR lease_until <= NOW(3))`;
const LOOKED_AT = 8;

/** Whose export is whose work, by the database's clock. */
export function exportLeases({
  system,
}: Pick<Database, 'system'>): Pick<ExportRepository, 'lease' | 'renew' | 'release'> {
  return {
    async lease(leaseMs) {
      const due = await system.query<{ tenant_id: string; id: string; attempts: number }>(
        `SELECT tenant_id, id, attempts FROM export_job WHERE ${DUE} ORDER BY requested_at LIMIT ${LOOKED_AT}`,
      );
      for (const row of due) {
        const lease = newId();
        const params = { tenantId: row.tenant_id, exportId: row.id, lease, microseconds: leaseMs * 1000 };
        const { affectedRows } = await system.execute(
          `UPDATE export_job SET lease_holder = :lease, lease_until = ${SOON}, attempts = attempts + 1
           WHERE tenant_id = :tenantId AND id = :exportId AND ${DUE}`,
          params,
        );
        if (affectedRows === 1) {
          return { tenantId: row.tenant_id, exportId: row.id, lease, attempts: Number(row.attempts) + 1 };
        }
      }
      return undefined;
    },

    async renew(leased, leaseMs) {
      const sql = `UPDATE export_job SET lease_until = ${SOON} WHERE ${OWN}`;
      const { affectedRows } = await system.execute(sql, { ...leased, microseconds: leaseMs * 1000 });
      return affectedRows === 1;
    },

    async release(leased: LeasedExport) {
      await system.execute(`UPDATE export_job SET lease_holder = NULL, lease_until = NULL, attempts = 0 WHERE ${OWN}`, {
        ...leased,
      });
    },
  };
}

const OWN = `tenant_id = :tenantId AND id = :exportId AND lease_holder = :lease AND state IN ('QUEUED', 'RUNNING')`;
