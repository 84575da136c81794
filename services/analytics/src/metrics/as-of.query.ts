import type { TenantReader } from '@redress/persistence';
import type { AnswerAsOf } from './metrics-answer.model';

/** How far the figures of a tenant have come, and whether an event that is known is not in them yet. */
export async function readAsOf(reader: TenantReader): Promise<AnswerAsOf> {
  const [row] = await reader.query<{ position: string | null; held: string | number }>(
    `SELECT (SELECT p.last_position FROM change_position p WHERE p.tenant_id = :tenantId) AS position,
            (SELECT COUNT(*) FROM inbox_held h WHERE h.tenant_id = :tenantId) AS held`,
  );
  return { position: BigInt(row?.position ?? 0), complete: Number(row?.held ?? 0) === 0 };
}
