import type { Database } from '@redress/persistence';
import { monthsOf, type Period } from './period.rules';

/**
 * How many improvement points were found in each of the months that a period touches at least, those that were rejected
 * apart: texts ask for so many every month, which a good month does not do for a bad one.
 */
export const improvementPointsFound =
  (database: Database) =>
  async (tenantId: string, period: Period): Promise<number> => {
    const months = monthsOf(period);
    const rows = await database.reader(tenantId).query<{ month: string; found: string }>(
      `SELECT p.found_in AS month, COUNT(*) AS found FROM improvement_point p
       WHERE p.tenant_id = :tenantId AND p.found_in BETWEEN :first AND :last AND p.state <> 'REJECTED'
       GROUP BY p.found_in`,
      { first: months.at(0) ?? '', last: months.at(-1) ?? '' },
    );
    const found = new Map(rows.map(({ month, found: count }) => [month, Number(count)]));
    return Math.min(...months.map((month) => found.get(month) ?? 0));
  };
