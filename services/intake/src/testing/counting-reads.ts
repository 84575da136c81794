import type { Database } from '@redress/persistence';

/** The database with counters of the statements that its readers run, and of those for which its transactions wait. */
export function countingReads(database: Database): { database: Database; reads: () => number; waits: () => number } {
  let reads = 0;
  let waits = 0;
  return {
    reads: () => reads,
    waits: () => waits,
    database: {
      ...database,
      transaction: (tenantId, work) =>
        database.transaction(tenantId, (tx) =>
          work({
            ...tx,
            query: (sql, params) => {
              waits += 1;
              return tx.query(sql, params);
            },
            execute: (sql, params) => {
              waits += 1;
              return tx.execute(sql, params);
            },
          }),
        ),
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
