import type { TenantReader } from '@redress/persistence';

/** How many links of one complaint are shown. */
const SHOWN_AT_MOST = 1_000;

const MERGED_INTO = `
  SELECT c.id, c.merged_into AS target FROM complaint c
  WHERE c.tenant_id = :tenantId AND c.merged_into IN (:targets) ORDER BY c.id LIMIT ${SHOWN_AT_MOST}`;

/** The complaints that were merged into each of the targets, with one statement. */
export async function mergedInto(
  reader: TenantReader,
  targets: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const rows = await reader.query<{ id: string; target: string }>(MERGED_INTO, { targets });
  return targets.map((target) => rows.filter((row) => row.target === target).map(({ id }) => id));
}
