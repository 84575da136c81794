import type { Database } from '@redress/persistence';

/** A database that counts the statements by which readers read. */
export function countingReads(database: Database): { readonly database: Database; readonly count: () => number } {
  let count = 0;
  const counting: Database = {
    ...database,
    reader: (tenantId) => {
      const reader = database.reader(tenantId);
      return {
        ...reader,
        query: (sql, params) => {
          count += 1;
          return reader.query(sql, params);
        },
      };
    },
  };
  return { database: counting, count: () => count };
}
