import type { Database } from '@redress/persistence';

/** Whether no event that is known of a tenant waits for an earlier one or for an operator. */
export const completeness =
  (database: Database) =>
  async (tenantId: string): Promise<boolean> => {
    const [row] = await database
      .reader(tenantId)
      .query<{ held: number }>('SELECT EXISTS (SELECT 1 FROM inbox_held h WHERE h.tenant_id = :tenantId) AS held');
    return Number(row?.held ?? 0) === 0;
  };
