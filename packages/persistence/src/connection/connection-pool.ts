import type { Pool, PoolConnection, PoolOptions } from 'mysql2';
import { createPool } from 'mysql2';
import type { ConnectionAddress } from './connection-address';
import { databaseError } from './database-error';

/** How many callers may wait for a connection, for each connection; more are refused at once instead of piling up. */
const WAITING_PER_CONNECTION = 50;

/** How values come back: BIGINT and DECIMAL as text, DATETIME as a UTC `Date`, DATE as `YYYY-MM-DD`, JSON as text. */
export const DECODING = {
  supportBigNumbers: true,
  bigNumberStrings: true,
  decimalNumbers: false,
  timezone: 'Z',
  dateStrings: ['DATE'],
  jsonStrings: true,
  charset: 'utf8mb4',
} satisfies PoolOptions;

/** The driver's options for a pool of at most `size` connections with a bounded queue. */
export function poolOptions(address: ConnectionAddress, size: number): PoolOptions {
  return {
    ...DECODING,
    host: address.host,
    port: address.port,
    user: address.user,
    password: address.password,
    database: address.schema,
    connectionLimit: size,
    maxIdle: size,
    queueLimit: size * WAITING_PER_CONNECTION,
    connectTimeout: 10_000,
    enableKeepAlive: true,
  };
}

/** Opens a pool whose connections run the given statements before anything else. */
export function openPool(options: PoolOptions, sessionStatements: readonly string[]): Pool {
  const pool = createPool(options);
  pool.on('connection', (connection) => {
    for (const statement of sessionStatements) {
      // Commands of a connection run in order, so these come first; one that is not set up must not be used.
      connection.query(statement, (error) => {
        if (error !== null) connection.destroy();
      });
    }
  });
  return pool;
}

/** Takes a connection out of the pool; throws `DatabaseOverloaded` when the queue is full. */
export function acquire(pool: Pool): Promise<PoolConnection> {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => {
      if (error !== null) reject(databaseError(error));
      else resolve(connection);
    });
  });
}
