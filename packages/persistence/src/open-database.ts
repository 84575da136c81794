import type { Logger } from '@redress/observability';
import type { Pool } from 'mysql2';
import * as mysql from 'mysql2';
import { DataSource } from 'typeorm';
import { acquire, DECODING, openPool, poolOptions } from './connection/connection-pool';
import type { ConnectionAddress } from './connection/connection-address';
import { parseConnectionAddress } from './connection/connection-address';
import { isConnectionLost } from './connection/database-error';
import { READING_SESSION, WRITING_SESSION } from './connection/session-settings';
import type { StatementResult } from './connection/statement';
import { affectedRowsOf, rowsOf, send } from './connection/statement';
import type { Database, SystemSession } from './database';
import { bindParams } from './sql/compiled-statement';
import { insertStatements } from './sql/insert-statement';
import { runTransaction } from './transaction/run-transaction';
import { systemStatement, tenantStatement, withTenant } from './transaction/statements';
import { systemTransaction, tenantTransaction } from './transaction/tenant-session';

/** A TypeORM entity class. */
export type EntityClass = new () => object;

/** How to reach a schema and what lies in it. */
export interface DatabaseOptions {
  /** `mysql://user:password@host:port/schema` */
  readonly url: string;
  /** The TypeORM entity classes that `rows()` will be asked for. */
  readonly rows: readonly EntityClass[];
  /** Connections for transactions, and as many again for single reads; 10 unless given. */
  readonly poolSize?: number;
  readonly logger?: Pick<Logger, 'warn'>;
}

/** Connects to the schema; throws when the database cannot be reached or refuses the login. */
export async function openDatabase({ url, rows, poolSize = 10, logger }: DatabaseOptions): Promise<Database> {
  const address = parseConnectionAddress(url);
  const { dataSource, transactions } = await openDataSource(address, rows, poolSize);
  const reads = openPool(poolOptions(address, poolSize), READING_SESSION);
  const onRetry = (attempt: number, error: Error): void => {
    logger?.warn({ attempt, error: error.message }, 'transaction is run again');
  };
  return {
    transaction: (tenantId, work) =>
      runTransaction(transactions, (open) => work(tenantTransaction(dataSource, open, tenantId)), onRetry),
    reader: (tenantId) => ({
      tenantId,
      async query<Row>(sql: string, params = {}) {
        return rowsOf<Row>(await read(reads, bindParams(tenantStatement(sql), withTenant(params, tenantId)), sql));
      },
    }),
    system: systemSession(reads, (work) =>
      runTransaction(transactions, (open) => work(systemTransaction(dataSource, open)), onRetry),
    ),
    async ping() {
      await read(reads, 'SELECT 1', 'SELECT 1');
    },
    async close() {
      await Promise.all([
        dataSource.destroy(),
        new Promise<void>((resolve) => {
          reads.end(() => {
            resolve();
          });
        }),
      ]);
    },
  };
}

/** TypeORM owns the pool for transactions; it is handed the driver with our session settings built in. */
async function openDataSource(
  address: ConnectionAddress,
  rows: readonly EntityClass[],
  poolSize: number,
): Promise<{ dataSource: DataSource; transactions: Pool }> {
  let transactions: Pool | undefined;
  const driver = {
    ...mysql,
    createPool: () => {
      transactions = openPool({ ...poolOptions(address, poolSize), multipleStatements: true }, WRITING_SESSION);
      return transactions;
    },
  };
  const dataSource = new DataSource({
    type: 'mysql',
    driver,
    database: address.schema,
    entities: [...rows],
    synchronize: false,
    logging: false,
    timezone: DECODING.timezone,
  });
  await dataSource.initialize();
  if (transactions === undefined) throw new Error('TypeORM did not open a pool');
  return { dataSource, transactions };
}

function systemSession(reads: Pool, transaction: SystemSession['transaction']): SystemSession {
  return {
    async query<Row>(sql: string, params = {}) {
      return rowsOf<Row>(await read(reads, bindParams(systemStatement(sql), params), sql));
    },
    async execute(sql, params = {}) {
      return { affectedRows: affectedRowsOf(await runOnce(reads, bindParams(systemStatement(sql), params), sql)) };
    },
    async insertMany(table, rows) {
      for (const { sql, text } of insertStatements(table, rows)) await runOnce(reads, sql, text);
    },
    transaction,
  };
}

/** A read may be sent again when the pooled connection turns out to be dead, as after a restart of the server. */
async function read(pool: Pool, sql: string, statement: string): Promise<StatementResult> {
  try {
    return await runOnce(pool, sql, statement);
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    return runOnce(pool, sql, statement);
  }
}

async function runOnce(pool: Pool, sql: string, statement: string): Promise<StatementResult> {
  const connection = await acquire(pool);
  try {
    return await send(connection, sql, { statement });
  } finally {
    connection.release();
  }
}
