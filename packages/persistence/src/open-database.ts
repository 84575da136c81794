import type { Logger } from '@redress/observability';
import type { Pool } from 'mysql2';
import * as mysql from 'mysql2';
import { DataSource } from 'typeorm';
import type { StatementPool } from './connection/connection-pool';
import { DECODING, openPool, poolOptions } from './connection/connection-pool';
import type { ConnectionAddress } from './connection/connection-address';
import { parseConnectionAddress } from './connection/connection-address';
import { READING_SESSION, WRITING_SESSION } from './connection/session-settings';
import { readStatement, singleStatement } from './connection/single-statement';
import { affectedRowsOf, rowsOf, STATEMENT_TIMEOUT_MS } from './connection/statement';
import type { Database, SystemSession } from './database';
import { bindParams, bindQuery } from './sql/compiled-statement';
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
  /** A statement that is silent for longer is given up; 30 s unless given, and above the lock wait time-out of 10 s. */
  readonly statementTimeoutMs?: number;
  readonly logger?: Pick<Logger, 'warn' | 'error'>;
}

/** Connects to the schema; throws when the database cannot be reached or refuses the login. */
export async function openDatabase({
  url,
  rows,
  poolSize = 10,
  statementTimeoutMs = STATEMENT_TIMEOUT_MS,
  logger,
}: DatabaseOptions): Promise<Database> {
  const address = parseConnectionAddress(url);
  const { dataSource, transactions } = await openDataSource(address, rows, poolSize);
  const reads = { pool: openPool(poolOptions(address, poolSize), READING_SESSION), statementTimeoutMs };
  const context = { connections: { pool: transactions, statementTimeoutMs }, logger };
  return {
    transaction: (tenantId, work) =>
      runTransaction(context, (open) => work(tenantTransaction(dataSource, open, tenantId))),
    reader: (tenantId) => ({
      tenantId,
      async query<Row>(sql: string, params = {}) {
        return rowsOf<Row>(
          await readStatement(reads, bindQuery(tenantStatement(sql), withTenant(params, tenantId)), sql),
        );
      },
    }),
    system: systemSession(reads, (work) =>
      runTransaction(context, (open) => work(systemTransaction(dataSource, open))),
    ),
    async ping() {
      await readStatement(reads, 'SELECT 1', 'SELECT 1');
    },
    async close() {
      await Promise.all([
        dataSource.destroy(),
        new Promise<void>((resolve) => {
          reads.pool.end(() => {
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

function systemSession(reads: StatementPool, transaction: SystemSession['transaction']): SystemSession {
  return {
    async query<Row>(sql: string, params = {}) {
      return rowsOf<Row>(await readStatement(reads, bindQuery(systemStatement(sql), params), sql));
    },
    async execute(sql, params = {}) {
      return {
        affectedRows: affectedRowsOf(await singleStatement(reads, bindParams(systemStatement(sql), params), sql)),
      };
    },
    async insertMany(table, rows) {
      for (const { sql, text } of insertStatements(table, rows)) await singleStatement(reads, sql, text);
    },
    transaction,
  };
}
