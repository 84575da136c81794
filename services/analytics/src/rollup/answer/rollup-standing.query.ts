import type { TenantReader } from '@redress/persistence';
import { FIRST_GENERATION } from '../../facts/take-in/projection-state.query';
import type { RollupLayout } from '../model/rollup-layout.model';

/** Which totals are those of the live facts, and where they have come to. */
export interface Standing {
  readonly generation: number;
  readonly edition: number;
  readonly position: bigint;
}

interface StandingRow extends Omit<Standing, 'position'> {
  readonly position: string;
}

/** Undefined while the totals are not complete, or lack an event. */
export async function standingOf(reader: TenantReader, { id }: RollupLayout): Promise<Standing | undefined> {
  const [row] = await reader.query<StandingRow>(
    `SELECT s.generation, s.edition, s.position FROM change_position p
     LEFT JOIN projection j ON j.tenant_id = :tenantId
     JOIN rollup_state s ON s.tenant_id = p.tenant_id AND s.generation = COALESCE(j.live_generation, ${FIRST_GENERATION})
       AND s.layout = :layout AND s.state = 'READY' AND s.position = p.last_position
     WHERE p.tenant_id = :tenantId`,
    { layout: id },
  );
  return row && { generation: row.generation, edition: row.edition, position: BigInt(row.position) };
}
