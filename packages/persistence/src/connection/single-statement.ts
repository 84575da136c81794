import type { StatementPool } from './connection-pool';
import { acquire } from './connection-pool';
import { isBrokenConnection } from './database-error';
import type { StatementResult } from './statement';
import { send } from './statement';

/** Runs one statement as a transaction of its own on any connection of the pool. */
export async function singleStatement(
  { pool, statementTimeoutMs }: StatementPool,
  sql: string,
  statement: string,
): Promise<StatementResult> {
  const connection = await acquire(pool);
  try {
    return await send(connection, sql, { statement, timeoutMs: statementTimeoutMs });
  } finally {
    connection.release();
  }
}

/** The same for a read, which may be sent again when the pooled connection was dead, as after a restart of the server. */
export async function readStatement(
  connections: StatementPool,
  sql: string,
  statement: string,
): Promise<StatementResult> {
  try {
    return await singleStatement(connections, sql, statement);
  } catch (error) {
    if (!isBrokenConnection(error)) throw error;
    return singleStatement(connections, sql, statement);
  }
}
