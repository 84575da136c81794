import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { ReportRepository } from '../model/report.repository';

const DUE = `state = 'EXPECTED' AND make_at <= :now AND (lease_until IS NULL OR lease_until <= NOW(3))`;
const LOOKED_AT = 8;
const LOOK = `SELECT tenant_id, id, attempts FROM report WHERE ${DUE} ORDER BY make_at LIMIT ${LOOKED_AT}`;
const TAKE = `
  UPDATE report SET lease_holder = :lease, lease_until = DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND),
    attempts = attempts + 1
  WHERE tenant_id = :tenantId AND id = :reportId AND ${DUE}`;

/** Which worker makes which report: the lease runs by the database’s clock, the moment to make it by the service’s. */
export function reportLeases(database: Database): Pick<ReportRepository, 'lease' | 'putOff' | 'freeze'> {
  const { system } = database;
  return {
    async lease(now, leaseMs) {
      // Each round that takes nothing was one in which others took what was due: it comes to an end.
      for (;;) {
        const due = await system.query<{ tenant_id: string; id: string; attempts: number }>(LOOK, { now });
        if (due.length === 0) return undefined;
        for (const { tenant_id: tenantId, id: reportId, attempts } of due) {
          const lease = newId();
          const taken = { tenantId, reportId, lease, now, microseconds: leaseMs * 1000 };
          if ((await system.execute(TAKE, taken)).affectedRows !== 1) continue;
          return { tenantId, reportId, lease, attempts: Number(attempts) + 1 };
        }
      }
    },

    async putOff(leased, until) {
      await system.execute(
        `UPDATE report SET make_at = :until, lease_holder = NULL, lease_until = NULL
         WHERE tenant_id = :tenantId AND id = :reportId AND lease_holder = :lease AND state = 'EXPECTED'`,
        { ...leased, until },
      );
    },

    freeze: ({ tenantId, reportId, lease }, { state, madeAt, asOf, sha256, content }) =>
      database.transaction(tenantId, async (tx) => {
        const { affectedRows } = await tx.execute(
          `UPDATE report r SET r.state = :state, r.version = r.version + 1, r.made_at = :madeAt,
             r.as_of_position = :position, r.as_of_time = :time, r.as_of_complete = :complete,
             r.metric_version = :metricVersion, r.sha256 = :sha256, r.lease_holder = NULL, r.lease_until = NULL
           WHERE r.tenant_id = :tenantId AND r.id = :reportId AND r.lease_holder = :lease AND r.state = 'EXPECTED'`,
          { reportId, lease, state, madeAt, ...asOf, sha256 },
        );
        if (affectedRows !== 1) return false;
        await tx.insertMany('report_content', [{ report_id: reportId, content }]);
        return true;
      }),
  };
}
