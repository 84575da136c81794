import type { Database } from '@redress/persistence';

/** The database with a counter of the statements that its readers run. */
export function countingReads(database: Database): { database: Database; reads: () => number } {
  let reads = 0;
  return {
    reads: () => reads,
    database: {
      ...database,
      reader: (tenantId) => {
        const reader = database.reader(tenantId);
        return {
          tenantId,
          query: (sql, params) => {
            reads += 1;
            return reader.query(sql, params);
          },
        };
      },
    },
  };
}
