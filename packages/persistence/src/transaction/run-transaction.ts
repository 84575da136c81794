import type { Logger } from '@redress/observability';
import type { PoolConnection } from 'mysql2';
import type { StatementPool } from '../connection/connection-pool';
import { acquire } from '../connection/connection-pool';
import { isBrokenConnection, isContention } from '../connection/database-error';
import { send } from '../connection/statement';
import { OpenTransaction } from './open-transaction';
import { pauseBeforeRetry } from './retry-pause';

const MAXIMUM_ATTEMPTS = 10;

/** No further attempt is begun after this time; a lock wait time-out alone takes ten seconds. */
const RETRY_WITHIN_MS = 20_000;

/** Where transactions run and who is told what happens to them. */
export interface TransactionContext {
  readonly connections: StatementPool;
  readonly logger: Pick<Logger, 'warn' | 'error'> | undefined;
}

type Work<T> = (transaction: OpenTransaction) => Promise<T>;

/** Runs the work in a transaction of its own, again from the start when the server undid it for the sake of others. */
export async function runTransaction<T>({ connections, logger }: TransactionContext, work: Work<T>): Promise<T> {
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { result, transaction } = await attemptOnce(connections, work);
      transaction.runCallbacks((error) => logger?.error({ error }, 'a callback after a commit failed'));
      return result;
    } catch (error) {
      const mayRetry = isContention(error) || isBrokenConnection(error);
      if (!mayRetry || attempt === MAXIMUM_ATTEMPTS || performance.now() - startedAt > RETRY_WITHIN_MS) throw error;
      logger?.warn({ attempt, code: error.code }, 'transaction is run again');
      await pauseBeforeRetry(attempt);
    }
  }
}

async function attemptOnce<T>(
  { pool, statementTimeoutMs }: StatementPool,
  work: Work<T>,
): Promise<{ result: T; transaction: OpenTransaction }> {
  const connection = await acquire(pool);
  const transaction = new OpenTransaction(connection, statementTimeoutMs);
  try {
    const result = await work(transaction);
    await transaction.commit();
    connection.release();
    return { result, transaction };
  } catch (error) {
    transaction.end();
    await rollBack(connection, statementTimeoutMs);
    // What the work made of a lost transaction rests on half of its effects.
    throw transaction.undoneBy ?? error;
  }
}

/** Always, even when the server has already undone the transaction: a lock wait time-out undoes only its statement. */
async function rollBack(connection: PoolConnection, timeoutMs: number): Promise<void> {
  try {
    await send(connection, 'ROLLBACK', { timeoutMs });
    connection.release();
  } catch {
    // The server rolls back by itself when the connection goes.
    connection.destroy();
  }
}
