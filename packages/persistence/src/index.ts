import { join } from 'node:path';

export { parseConnectionAddress } from './connection/connection-address';
export type { ConnectionAddress } from './connection/connection-address';
export {
  CommitOutcomeUnknown,
  DatabaseError,
  DatabaseOverloaded,
  isConnectionLost,
  isContention,
  isDuplicateKey,
} from './connection/database-error';
export type {
  Database,
  SystemReader,
  SystemSession,
  SystemTransaction,
  TenantReader,
  TenantTransaction,
} from './database';
export { executeCommand } from './idempotency/execute-command';
export type { CommandDescription, CommandResult } from './idempotency/execute-command';
export type { IdempotencyConflict } from './idempotency/idempotency-record';
export { startIdempotencyRetention } from './idempotency/idempotency-retention.job';
export type { RetentionJob } from './idempotency/idempotency-retention.job';
export { pruneIdempotencyRecords } from './idempotency/prune-idempotency-records';
export { migrate } from './migration/migrate';
export type { MigrateOptions } from './migration/migrate';
export { openDatabase } from './open-database';
export type { DatabaseOptions, EntityClass } from './open-database';
export { bigintColumn } from './rows/bigint-column';
export type {
  FindOptions,
  RowFilter,
  RowInput,
  RowOrder,
  RowPatch,
  TenantRows,
  VersionedUpdate,
} from './rows/row-types';
export { StaleVersion } from './rows/stale-version';
export type { Params } from './sql/compiled-statement';
export type { InsertRow } from './sql/insert-statement';
export { json } from './sql/literal';
export { UnsupportedSql } from './sql/tokenizer';
export { TenantScopeMissing } from './tenant-scope/tenant-scope-missing';
export { TransactionEnded } from './transaction/open-transaction';

/** Directory of the migrations that every schema needs for `executeCommand`; pass it to `migrate` before a service's own. */
export const persistenceMigrations = join(__dirname, '..', 'migrations');
