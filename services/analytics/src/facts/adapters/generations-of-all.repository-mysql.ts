import type { SystemSession } from '@redress/persistence';
import type { GenerationsOfAll } from '../model/generations.repository';

/** After this nobody can be at it any more: a batch takes a second. */
const ABANDONED = 'INTERVAL 1 MINUTE';
/** A comparison moves nothing on while it compares. */
const LONGEST_COMPARISON = 'INTERVAL 1 DAY';
const ROWS_AT_ONCE = 2_000;

interface Due {
  readonly tenant_id: string;
  readonly generation: number;
}

export function generationsOfAllInMysql(system: SystemSession): GenerationsOfAll {
  return {
    async abandonedRebuilds() {
      const rows = await system.query<{ tenant_id: string }>(
        `SELECT tenant_id FROM projection_generation
         WHERE purpose = 'REBUILD' AND touched_at < UTC_TIMESTAMP(3) - ${ABANDONED}`,
      );
      return rows.map(({ tenant_id: tenantId }) => tenantId);
    },

    async toRemove() {
      const rows = await system.query<Due>(
        `SELECT tenant_id, generation FROM projection_generation
         WHERE remove_after <= UTC_TIMESTAMP(3)
            OR (purpose = 'VERIFY' AND touched_at < UTC_TIMESTAMP(3) - ${LONGEST_COMPARISON})`,
      );
      return rows.map(({ tenant_id: tenantId, generation }) => ({ tenantId, generation }));
    },

    async remove(tenantId, generation, tables) {
      const of = { tenantId, generation };
      await system.execute(
        `UPDATE projection_generation SET purpose = 'RETIRED', remove_after = UTC_TIMESTAMP(3)
         WHERE tenant_id = :tenantId AND generation = :generation`,
        of,
      );
      for (const table of tables) {
        const sql = `DELETE FROM ${table} WHERE tenant_id = :tenantId AND generation = :generation LIMIT ${ROWS_AT_ONCE}`;
        for (let gone = ROWS_AT_ONCE; gone === ROWS_AT_ONCE;) ({ affectedRows: gone } = await system.execute(sql, of));
      }
      await system.execute(
        'DELETE FROM projection_generation WHERE tenant_id = :tenantId AND generation = :generation',
        of,
      );
    },

    async tenants() {
      const rows = await system.query<{ tenant_id: string }>(
        'SELECT tenant_id FROM change_position ORDER BY tenant_id',
      );
      return rows.map(({ tenant_id: tenantId }) => tenantId);
    },
  };
}
