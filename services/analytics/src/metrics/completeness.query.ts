import type { Database } from '@redress/persistence';
import { askedTogether } from './engines/asked-together.model';

/** Whether no event that is known of a tenant waits for an earlier one or for an operator; looked at once for a board. */
export const completeness = (database: Database): ((tenantId: string) => Promise<boolean>) =>
  askedTogether(String, async (asked: readonly string[]) => {
    const [tenantId = ''] = asked;
    const [row] = await database
      .reader(tenantId)
      .query<{ held: number }>('SELECT EXISTS (SELECT 1 FROM inbox_held h WHERE h.tenant_id = :tenantId) AS held');
    return asked.map(() => Number(row?.held ?? 0) === 0);
  });
