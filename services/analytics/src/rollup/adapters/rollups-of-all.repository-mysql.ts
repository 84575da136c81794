import type { SystemSession } from '@redress/persistence';
import { FIRST_GENERATION } from '../../facts/take-in/projection-state.query';
import type { RollupsOfAll } from '../model/rollups.repository';

/** Longer than two versions of the service run beside each other. */
const LEFT = 'INTERVAL 1 HOUR';
const ROWS_AT_ONCE = 2_000;

interface Edition {
  readonly tenant_id: string;
  readonly generation: number;
  readonly edition: number;
}

const OF = 'tenant_id = :tenantId AND generation = :generation AND edition = :edition';

export function rollupsOfAllInMysql(system: SystemSession): RollupsOfAll {
  return {
    async unready(layout) {
      const rows = await system.query<{ tenant_id: string }>(
        `SELECT p.tenant_id FROM change_position p
         LEFT JOIN projection j ON j.tenant_id = p.tenant_id
         LEFT JOIN rollup_state s ON s.tenant_id = p.tenant_id AND s.layout = :layout AND s.state <> 'RETIRED'
           AND s.generation = COALESCE(j.live_generation, ${FIRST_GENERATION})
         WHERE s.tenant_id IS NULL OR s.position <> p.last_position
            OR (s.state = 'FILLING' AND s.lease_until <= UTC_TIMESTAMP(3))
         ORDER BY p.tenant_id`,
        { layout },
      );
      return rows.map(({ tenant_id: tenantId }) => tenantId);
    },

    async retireOthers(layout) {
      await system.execute(
        `UPDATE rollup_state o JOIN rollup_state s ON s.tenant_id = o.tenant_id AND s.generation = o.generation
           AND s.layout = :layout AND s.state = 'READY'
         SET o.state = 'RETIRED'
         WHERE o.layout <> :layout AND o.state <> 'RETIRED' AND o.touched_at < UTC_TIMESTAMP(3) - ${LEFT}`,
        { layout },
      );
    },

    async removeRetired() {
      const editions = await system.query<Edition>(
        `SELECT tenant_id, generation, edition FROM rollup_state WHERE state = 'RETIRED'`,
      );
      for (const { tenant_id: tenantId, generation, edition } of editions) {
        const of = { tenantId, generation, edition };
        const sql = `DELETE FROM rollup WHERE ${OF} LIMIT ${ROWS_AT_ONCE}`;
        for (let gone = ROWS_AT_ONCE; gone === ROWS_AT_ONCE;) ({ affectedRows: gone } = await system.execute(sql, of));
        await system.execute(`DELETE FROM rollup_state WHERE ${OF} AND state = 'RETIRED'`, of);
      }
    },
  };
}
