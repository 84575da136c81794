import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { WatchTurn, WatchTurns } from '../model/watch-turns.repository';

/** Several processes look at the same few; each has a chance without asking again. */
const LOOKED_AT = 8;
/** Nobody is put off for longer: whoever seems to be was told so by a clock that has been set back since. */
const LONGEST_MS = 2 * 86_400_000;
/** Leases run by the clock of the database, looks by that of the service. */
const IS_DUE = 'due_at <= NOW(3) AND (look_at <= :now OR look_at > :tooFar)';
const DUE = `SELECT tenant_id AS tenantId, failures FROM signal_watch WHERE ${IS_DUE} ORDER BY look_at, tenant_id LIMIT ${LOOKED_AT}`;
const TAKE = `
  UPDATE signal_watch SET lease_holder = :lease, due_at = DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND), look_at = :now
  WHERE tenant_id = :tenantId AND ${IS_DUE}`;
/** When an organisation that has adopted something is to be looked at. */
export const AT_ONCE = new Date('2000-01-01T00:00:00.000Z');
const END = `
  UPDATE signal_watch SET lease_holder = NULL, due_at = NOW(3), failures = :failures, look_at = IF(look_at = :atOnce, look_at, :lookAt)
  WHERE tenant_id = :tenantId AND lease_holder = :lease`;

interface ChangesRow {
  readonly position: string | null;
  readonly seen: string | null;
  readonly changedOn: string | null;
}

/** Turns in MySQL. */
export function watchTurnsInMysql({ system }: Pick<Database, 'system'>): WatchTurns {
  const end = async ({ tenantId, lease }: WatchTurn, lookAt: Date, failures: number): Promise<void> => {
    await system.execute(END, { tenantId, lease, lookAt, failures, atOnce: AT_ONCE });
  };
  return {
    async hold(tx) {
      await tx.execute(
        `INSERT INTO signal_watch (tenant_id, due_at) VALUES (:tenantId, NOW(3))
         ON DUPLICATE KEY UPDATE due_at = due_at`,
      );
      await tx.query('SELECT w.due_at FROM signal_watch w WHERE w.tenant_id = :tenantId FOR UPDATE');
    },

    async lease(now, leaseMs) {
      const moment = { now, tooFar: new Date(now.getTime() + LONGEST_MS) };
      // Each round that takes nothing was one in which others took what was due: it comes to an end.
      for (;;) {
        const due = await system.query<Pick<WatchTurn, 'tenantId' | 'failures'>>(DUE, moment);
        if (due.length === 0) return undefined;
        for (const { tenantId, failures } of due) {
          const lease = newId();
          const { affectedRows } = await system.execute(TAKE, {
            ...{ ...moment, tenantId, lease, microseconds: leaseMs * 1000 },
          });
          if (affectedRows === 1) return { tenantId, lease, failures: Number(failures) };
        }
      }
    },

    async changes(reader) {
      const [row] = await reader.query<ChangesRow>(
        `SELECT p.last_position AS position, w.watched_position AS seen, w.changed_on AS changedOn FROM signal_watch w
         LEFT JOIN change_position p ON p.tenant_id = :tenantId WHERE w.tenant_id = :tenantId`,
      );
      const position = BigInt(row?.position ?? 0);
      if (row === undefined || row.seen === null || row.changedOn === null) return { position };
      return { position, seen: { position: BigInt(row.seen), changedOn: row.changedOn } };
    },

    async setWatchedUntil(tx, day, seen) {
      await tx.execute(
        `UPDATE signal_watch w SET w.watched_until = :day, w.watched_position = :position, w.changed_on = :changedOn
         WHERE w.tenant_id = :tenantId`,
        { day, position: seen?.position ?? null, changedOn: seen?.changedOn ?? null },
      );
    },

    release: (turn, lookAt) => end(turn, lookAt, 0),
    putOff: (turn, lookAt) => end(turn, lookAt, turn.failures + 1),
  };
}
