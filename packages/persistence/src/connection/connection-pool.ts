import type { Pool, PoolConnection, PoolOptions } from 'mysql2';
import { createPool } from 'mysql2';
import type { ConnectionAddress } from './connection-address';
import { databaseError } from './database-error';
import { send } from './statement';

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

/** A pool, and how long its statements may take; one that is silent for longer is given up and its connection closed. */
export interface StatementPool {
  readonly pool: Pool;
  readonly statementTimeoutMs: number;
}

/** Set-up that is still under way, by connection. */
const beingSetUp = new WeakMap<PoolConnection, Promise<void>>();

/** Opens a pool whose connections run the given statements before anything else. */
export function openPool(options: PoolOptions, sessionStatements: readonly string[]): Pool {
  const pool = createPool(options);
  pool.on('connection', (connection) => {
    // The pool listens for the first error of a connection only, and a second one would end the process.
    connection.on('error', () => undefined);
    const settingUp = setUp(connection, sessionStatements);
    // Whoever takes the connection learns of a failure; until then nobody may be listening.
    settingUp.catch(() => undefined);
    beingSetUp.set(connection, settingUp);
  });
  return pool;
}

async function setUp(connection: PoolConnection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await send(connection, statement);
}

/** Takes a connection out of the pool; throws `DatabaseOverloaded` when the queue is full. */
export async function acquire(pool: Pool): Promise<PoolConnection> {
  const connection = await new Promise<PoolConnection>((resolve, reject) => {
    pool.getConnection((error, free) => {
      if (error !== null) reject(databaseError(error));
      else resolve(free);
    });
  });
  const settingUp = beingSetUp.get(connection);
  if (settingUp === undefined) return connection;
  try {
    await settingUp;
    beingSetUp.delete(connection);
    return connection;
  } catch (error) {
    connection.destroy();
    throw error;
  }
}
