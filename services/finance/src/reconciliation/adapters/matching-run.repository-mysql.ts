import type { Database } from '@redress/persistence';
import type { MatchingRunRepository, MatchingRunView } from '../model/matching-run.repository';
import { leaseDue } from './due-work';

/** Runs in MySQL. */
export function matchingRunsInMysql(database: Database): MatchingRunRepository {
  return {
    async request(tx, { id, accountId, requestedBy, requestedAt }) {
      await tx.execute(
        `INSERT INTO matching_run (tenant_id, id, account_id, state, lines_matched, payments_matched, requested_by,
           requested_at, due_at)
         VALUES (:tenantId, :id, :accountId, 'QUEUED', 0, 0, :requestedBy, :requestedAt, NOW(3))`,
        { id, accountId, requestedBy, requestedAt },
      );
    },

    async find(reader, id) {
      const [row] = await reader.query<MatchingRunView>(
        `SELECT r.id, r.account_id AS accountId, r.state, r.lines_matched AS linesMatched,
           r.payments_matched AS paymentsMatched, r.requested_by AS requestedBy, r.requested_at AS requestedAt,
           r.finished_at AS finishedAt
         FROM matching_run r WHERE r.tenant_id = :tenantId AND r.id = :id`,
        { id },
      );
      return row;
    },

    async lease(leaseMs) {
      const taken = await leaseDue(database.system, 'matching_run', leaseMs);
      if (taken === undefined) return undefined;
      const [row] = await database.reader(taken.tenantId).query<{ accountId: string; requestedBy: string }>(
        `SELECT r.account_id AS accountId, r.requested_by AS requestedBy
         FROM matching_run r WHERE r.tenant_id = :tenantId AND r.id = :id`,
        { id: taken.id },
      );
      return row === undefined ? undefined : { tenantId: taken.tenantId, runId: taken.id, lease: taken.lease, ...row };
    },

    async advance(tx, { runId, lease }, { lines, payments }, leaseMs) {
      const { affectedRows } = await tx.execute(
        `UPDATE matching_run r SET r.lines_matched = r.lines_matched + :lines,
           r.payments_matched = r.payments_matched + :payments,
           r.due_at = DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)
         WHERE r.tenant_id = :tenantId AND r.id = :runId AND r.lease_holder = :lease`,
        { runId, lease, lines, payments, microseconds: leaseMs * 1000 },
      );
      return affectedRows === 1;
    },

    async finish(tx, { runId, lease }, at) {
      await tx.execute(
        `UPDATE matching_run r SET r.state = 'DONE', r.finished_at = :at, r.due_at = NULL, r.lease_holder = NULL
         WHERE r.tenant_id = :tenantId AND r.id = :runId AND r.lease_holder = :lease`,
        { runId, lease, at },
      );
    },
  };
}
