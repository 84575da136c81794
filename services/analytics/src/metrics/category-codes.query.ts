import type { TenantReader } from '@redress/persistence';
import { liveGeneration } from '../facts/take-in/projection-state.query';

/** The codes of categories that complaints have been received in, in the order of the ids. */
export async function categoryCodes(reader: TenantReader, ids: readonly string[]): Promise<readonly (string | null)[]> {
  const generation = await liveGeneration(reader);
  const rows = await reader.query<{ category_id: string; category_code: string }>(
    `SELECT f.category_id, MAX(f.category_code) AS category_code FROM complaint_fact f
      WHERE f.tenant_id = :tenantId AND f.generation = :generation AND f.category_id IN (:ids) GROUP BY f.category_id`,
    { generation, ids },
  );
  const byId = new Map(rows.map((row) => [row.category_id, row.category_code]));
  return ids.map((id) => byId.get(id) ?? null);
}
