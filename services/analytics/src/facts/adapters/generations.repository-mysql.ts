import type { TenantTransaction } from '@redress/persistence';
import type { Generations } from '../model/generations.repository';
import { FIRST_GENERATION, liveGeneration } from '../take-in/projection-state.query';

/** Longer than any question takes, so that none loses the rows under its feet. */
const GRACE = 'INTERVAL 10 MINUTE';

const REBUILD_OF = `SELECT g.generation, g.position FROM projection_generation g
  WHERE g.tenant_id = :tenantId AND g.purpose = 'REBUILD' ORDER BY g.generation LIMIT 1`;

interface BuildRow {
  readonly generation: number;
  readonly position: string;
}

const toBuild = ({ generation, position }: BuildRow) => ({ generation, position: BigInt(position) });

/** A number that no row of a fact has: above the live one and above all that are being made or removed. */
async function unusedGeneration(tx: TenantTransaction): Promise<number> {
  // Locks the tenant's row, so that two who begin at once do not take the same number.
  await tx.execute(
    `INSERT INTO projection (tenant_id, live_generation) VALUES (:tenantId, :first)
     ON DUPLICATE KEY UPDATE live_generation = live_generation`,
    { first: FIRST_GENERATION },
  );
  const [row] = await tx.query<{ highest: number | null }>(
    'SELECT MAX(g.generation) AS highest FROM projection_generation g WHERE g.tenant_id = :tenantId',
  );
  return Math.max(await liveGeneration(tx), row?.highest ?? 0) + 1;
}

const RETIRE = `INSERT INTO projection_generation (tenant_id, generation, purpose, position, touched_at, remove_after)
  VALUES (:tenantId, :generation, 'RETIRED', 0, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + ${GRACE})`;

export const generationsInMysql: Generations = {
  live: liveGeneration,

  async begin(tx, purpose) {
    const generation = await unusedGeneration(tx);
    const [under] = purpose === 'REBUILD' ? await tx.query<BuildRow>(REBUILD_OF) : [];
    if (under !== undefined) return toBuild(under);
    await tx.execute(
      `INSERT INTO projection_generation (tenant_id, generation, purpose, position, touched_at)
       VALUES (:tenantId, :generation, :purpose, 0, UTC_TIMESTAMP(3))`,
      { generation, purpose },
    );
    return { generation, position: 0n };
  },

  async advance(tx, { generation, position }, to) {
    const { affectedRows } = await tx.execute(
      `UPDATE projection_generation g SET g.position = :to, g.touched_at = UTC_TIMESTAMP(3)
       WHERE g.tenant_id = :tenantId AND g.generation = :generation AND g.position = :position
         AND g.purpose <> 'RETIRED'`,
      { generation, position, to },
    );
    return affectedRows === 1;
  },

  async goLive(tx, generation) {
    const before = await liveGeneration(tx);
    await tx.execute(
      `UPDATE projection p SET p.live_generation = :generation, p.switched_at = UTC_TIMESTAMP(3)
       WHERE p.tenant_id = :tenantId`,
      { generation },
    );
    await tx.execute('DELETE FROM projection_generation WHERE tenant_id = :tenantId AND generation = :generation', {
      generation,
    });
    await tx.execute(RETIRE, { generation: before });
  },

  async giveUp(tx, generation) {
    await tx.execute(
      `UPDATE projection_generation g SET g.purpose = 'RETIRED', g.remove_after = UTC_TIMESTAMP(3)
       WHERE g.tenant_id = :tenantId AND g.generation = :generation`,
      { generation },
    );
  },
};
