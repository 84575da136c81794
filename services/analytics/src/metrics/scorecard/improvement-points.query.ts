import type { Database } from '@redress/persistence';

/** How many improvement points were found in the months that a period touches, those that were rejected apart. */
export const improvementPointsFound =
  (database: Database) =>
  async (tenantId: string, { from, until }: { readonly from: string; readonly until: string }): Promise<number> => {
    const [row] = await database.reader(tenantId).query<{ found: string }>(
      `SELECT COUNT(*) AS found FROM improvement_point p
       WHERE p.tenant_id = :tenantId AND p.found_in BETWEEN :first AND :last AND p.state <> 'REJECTED'`,
      { first: from.slice(0, 7), last: until.slice(0, 7) },
    );
    return Number(row?.found ?? 0);
  };
