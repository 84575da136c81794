import type { Pool, PoolConnection } from 'mysql2';
import { acquire } from '../connection/connection-pool';
import { isConnectionLost, isContention } from '../connection/database-error';
import { send } from '../connection/statement';
import { OpenTransaction } from './open-transaction';
import { pauseBeforeRetry } from './retry-pause';

const MAXIMUM_ATTEMPTS = 10;

/** No further attempt is begun after this time; a lock wait time-out alone takes ten seconds. */
const RETRY_WITHIN_MS = 20_000;

/** Tells the operator how often transactions are run again. */
export type OnRetry = (attempt: number, error: Error) => void;

/** Runs the work in a transaction of its own, again from the start when the server undid it for the sake of others. */
export async function runTransaction<T>(
  pool: Pool,
  work: (transaction: OpenTransaction) => Promise<T>,
  onRetry: OnRetry,
): Promise<T> {
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(pool, work);
    } catch (error) {
      const mayRetry = isContention(error) || isConnectionLost(error);
      if (!mayRetry || attempt === MAXIMUM_ATTEMPTS || performance.now() - startedAt > RETRY_WITHIN_MS) throw error;
      onRetry(attempt, error);
      await pauseBeforeRetry(attempt);
    }
  }
}

async function attemptOnce<T>(pool: Pool, work: (transaction: OpenTransaction) => Promise<T>): Promise<T> {
  const connection = await acquire(pool);
  const transaction = new OpenTransaction(connection);
  let result: T;
  try {
    result = await work(transaction);
    await transaction.commit();
  } catch (error) {
    transaction.end();
    await rollBack(connection);
    throw error;
  }
  connection.release();
  transaction.runCallbacks();
  return result;
}

/** Always, even when the server has already undone the transaction: a lock wait time-out undoes only its statement. */
async function rollBack(connection: PoolConnection): Promise<void> {
  try {
    await send(connection, 'ROLLBACK');
    connection.release();
  } catch {
    // The server rolls back by itself when the connection goes.
    connection.destroy();
  }
}
