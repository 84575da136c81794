import type { Pool } from 'mysql2';
import { acquire } from './connection-pool';
import { isConnectionLost } from './database-error';
import type { StatementResult } from './statement';
import { send, STATEMENT_TIMED_OUT } from './statement';

/** Runs one statement as a transaction of its own on any connection of the pool. */
export async function singleStatement(pool: Pool, sql: string, statement: string): Promise<StatementResult> {
  const connection = await acquire(pool);
  try {
    return await send(connection, sql, { statement });
  } finally {
    connection.release();
  }
}

/** The same for a read, which may be sent again when the pooled connection was dead, as after a restart of the server. */
export async function readStatement(pool: Pool, sql: string, statement: string): Promise<StatementResult> {
  try {
    return await singleStatement(pool, sql, statement);
  } catch (error) {
    if (!isConnectionLost(error) || error.code === STATEMENT_TIMED_OUT) throw error;
    return singleStatement(pool, sql, statement);
  }
}
