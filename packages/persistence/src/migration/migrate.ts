import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@redress/observability';
import type { Connection } from 'mysql2';
import { createConnection } from 'mysql2';
import type { ConnectionAddress } from '../connection/connection-address';
import { parseConnectionAddress } from '../connection/connection-address';
import { poolOptions } from '../connection/connection-pool';
import { DatabaseError, databaseError } from '../connection/database-error';
import { READING_SESSION } from '../connection/session-settings';
import { send } from '../connection/statement';
import { applyMigration } from './apply-migration';
import type { MigrationFile } from './migration-file';
import { readMigrations } from './migration-file';
import type { MigrationLease } from './migration-lease';
import { migrationLease } from './migration-lease';
import { createBookkeeping, pendingMigrations } from './migration-record';

/** What to bring a schema up to. */
export interface MigrateOptions {
  /** `mysql://user:password@host:port/schema`; the schema is created when it does not exist. */
  readonly url: string;
  /** Directories of `NNNN-name.sql` files with one statement each, in the order in which they apply. */
  readonly directory: string | readonly string[];
  readonly logger?: Pick<Logger, 'info' | 'warn'>;
  /** How long a migrating process may be silent before another takes over; 15 s unless given. */
  readonly leaseMs?: number;
}

const LEASE_MS = 15_000;
const POLL_MS = 200;
const UNKNOWN_SCHEMA = 1049;

/**
 * Applies what is missing, in order, and returns when the schema is up to date; a process that starts while another one
 * migrates waits for it. May be killed at any moment and run again. Throws when a file that was applied has changed, or
 * when a new one stands before an applied one: steps only go forward.
 */
export async function migrate({ url, directory, logger, leaseMs = LEASE_MS }: MigrateOptions): Promise<void> {
  const files = await readMigrations(typeof directory === 'string' ? [directory] : directory);
  const address = parseConnectionAddress(url);
  const connection = await connect(address);
  try {
    await enterSchema(connection, address.schema);
    await createBookkeeping(connection);
    const lease = await migrationLease(connection, leaseMs);
    for (;;) {
      const pending = await pendingMigrations(connection, files, logger);
      if (pending.length === 0) return;
      if (await lease.take()) {
        await applyAll(address, files, lease, leaseMs, logger);
        return;
      }
      await pause(POLL_MS);
    }
  } finally {
    connection.destroy();
  }
}

/** Runs on a second connection, so that the lease can be renewed while a long statement is under way. */
async function applyAll(
  address: ConnectionAddress,
  files: readonly MigrationFile[],
  lease: MigrationLease,
  leaseMs: number,
  logger: MigrateOptions['logger'],
): Promise<void> {
  const connection = await connect(address);
  const lost = new AbortController();
  const renewal = setInterval(() => {
    lease.confirm().catch((error: unknown) => {
      lost.abort(error);
      connection.destroy();
    });
  }, leaseMs / 3);
  try {
    await send(connection, `USE \`${address.schema}\``);
    // Asked again under the lease: another process may have applied some in between.
    for (const { file, interrupted } of await pendingMigrations(connection, files, undefined)) {
      await lease.confirm();
      await applyMigration(connection, file, interrupted);
      logger?.info({ migration: file.name, resumed: interrupted }, 'migration applied');
    }
  } finally {
    clearInterval(renewal);
    connection.destroy();
    if (!lost.signal.aborted) await lease.release();
  }
}

async function connect(address: ConnectionAddress): Promise<Connection> {
  const {
    database: _schemaMayNotExist,
    connectionLimit: _limit,
    maxIdle: _idle,
    queueLimit: _queue,
    ...options
  } = poolOptions(address, 1);
  const connection = createConnection(options);
  await new Promise<void>((resolve, reject) => {
    connection.on('error', () => undefined);
    connection.connect((error) => {
      if (error === null) resolve();
      else reject(databaseError(error));
    });
  });
  for (const statement of READING_SESSION) await send(connection, statement);
  return connection;
}

/** Asks for the right to create only when there is no schema yet. */
async function enterSchema(connection: Connection, schema: string): Promise<void> {
  try {
    await send(connection, `USE \`${schema}\``);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.errno !== UNKNOWN_SCHEMA) throw error;
    await send(
      connection,
      `CREATE DATABASE IF NOT EXISTS \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    );
    await send(connection, `USE \`${schema}\``);
  }
}
