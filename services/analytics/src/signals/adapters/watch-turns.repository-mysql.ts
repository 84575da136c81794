import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { WatchTurns } from '../model/watch-turns.repository';

/** Several processes look at the same few; each has a chance without asking again. */
const LOOKED_AT = 8;
const DUE = `SELECT tenant_id FROM signal_watch WHERE due_at <= NOW(3) ORDER BY due_at, tenant_id LIMIT ${LOOKED_AT}`;
const TAKE = `
  UPDATE signal_watch SET lease_holder = :lease, due_at = DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)
  WHERE tenant_id = :tenant AND due_at <= NOW(3)`;

/** Turns in MySQL, in the time of the database. */
export function watchTurnsInMysql({ system }: Pick<Database, 'system'>): WatchTurns {
  return {
    async hold(tx) {
      await tx.execute(
        `INSERT INTO signal_watch (tenant_id, due_at) VALUES (:tenantId, NOW(3))
         ON DUPLICATE KEY UPDATE due_at = due_at`,
      );
      await tx.query('SELECT w.due_at FROM signal_watch w WHERE w.tenant_id = :tenantId FOR UPDATE');
    },

    async lease(leaseMs) {
      // Each round that takes nothing was one in which others took what was due: it comes to an end.
      for (;;) {
        const due = await system.query<{ tenant_id: string }>(DUE);
        if (due.length === 0) return undefined;
        for (const { tenant_id: tenantId } of due) {
          const lease = newId();
          const { affectedRows } = await system.execute(TAKE, {
            ...{ tenant: tenantId, lease, microseconds: leaseMs * 1000 },
          });
          if (affectedRows === 1) return { tenantId, lease };
        }
      }
    },

    async watchedUntil(reader) {
      const [row] = await reader.query<{ day: string | null }>(
        'SELECT w.watched_until AS day FROM signal_watch w WHERE w.tenant_id = :tenantId',
      );
      return row?.day ?? undefined;
    },

    async setWatchedUntil(tx, day) {
      await tx.execute('UPDATE signal_watch w SET w.watched_until = :day WHERE w.tenant_id = :tenantId', { day });
    },

    async release({ tenantId, lease }, pauseMs) {
      await system.execute(
        `UPDATE signal_watch SET lease_holder = NULL, due_at = DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)
         WHERE tenant_id = :tenant AND lease_holder = :lease`,
        { tenant: tenantId, lease, microseconds: pauseMs * 1000 },
      );
    },
  };
}
