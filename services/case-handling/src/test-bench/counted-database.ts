import type { Database } from '@redress/persistence';

/** The statements that were read outside of transactions. */
export interface StatementCount {
  read: string[];
}

/** A database that notes what is read from it, so that a test can count the statements of a list. */
export function countedDatabase(database: Database, count: StatementCount): Database {
  return {
    ...database,
    reader: (tenantId) => {
      const reader = database.reader(tenantId);
      return {
        tenantId,
        query: (sql, params) => {
          count.read.push(sql.replaceAll(/\s+/g, ' ').trim());
          return reader.query(sql, params);
        },
      };
    },
  };
}
