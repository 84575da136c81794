import type { TenantReader } from '@redress/persistence';

/** The generation of a tenant whose facts were never made anew. */
export const FIRST_GENERATION = 1;

/** The generation of the facts from which questions are answered. */
export async function liveGeneration(reader: TenantReader): Promise<number> {
  const [row] = await reader.query<{ generation: number }>(
    'SELECT p.live_generation AS generation FROM projection p WHERE p.tenant_id = :tenantId',
  );
  return row?.generation ?? FIRST_GENERATION;
}
