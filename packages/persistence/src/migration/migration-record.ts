import type { Logger } from '@redress/observability';
import type { Connection } from 'mysql2';
import { rowsOf, send } from '../connection/statement';
import type { MigrationFile } from './migration-file';

interface MigrationRecord {
  readonly name: string;
  readonly checksum: string;
  readonly state: 'started' | 'applied';
}

/** A step that is still to be taken; `interrupted` when a process died while it took it. */
export interface PendingMigration {
  readonly file: MigrationFile;
  readonly interrupted: boolean;
}

const BOOKKEEPING = [
  `CREATE TABLE IF NOT EXISTS schema_migration (
    name VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_at DATETIME(3) NOT NULL,
    applied_at DATETIME(3) NULL
  ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4`,
  `CREATE TABLE IF NOT EXISTS schema_migration_lease (
    id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    holder CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at DATETIME(3) NOT NULL
  ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4`,
];

/** Creates the tables in which migrations are recorded. */
export async function createBookkeeping(connection: Connection): Promise<void> {
  for (const statement of BOOKKEEPING) await send(connection, statement);
}

/** The steps that are missing, in order; throws when history and files contradict each other. */
export async function pendingMigrations(
  connection: Connection,
  files: readonly MigrationFile[],
  logger: Pick<Logger, 'warn'> | undefined,
): Promise<PendingMigration[]> {
  const records = rowsOf<MigrationRecord>(await send(connection, 'SELECT name, checksum, state FROM schema_migration'));
  const known = new Map(records.map((record) => [record.name, record]));
  for (const file of files) {
    const record = known.get(file.name);
    if (record?.state === 'applied' && record.checksum !== file.checksum) {
      throw new Error(`migration ${file.name} was changed after it had been applied: write a new one instead`);
    }
  }
  refuseLateArrivals(files, known);
  const names = new Set(files.map(({ name }) => name));
  const foreign = records.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  // A newer version has been here, as during a rolling restart; its changes are compatible by rule.
  if (foreign.length > 0)
    logger?.warn({ migrations: foreign }, 'the schema has migrations that this version does not know');
  return files
    .filter(({ name }) => known.get(name)?.state !== 'applied')
    .map((file) => ({ file, interrupted: known.get(file.name)?.state === 'started' }));
}

function refuseLateArrivals(files: readonly MigrationFile[], known: ReadonlyMap<string, MigrationRecord>): void {
  const lastApplied = new Map<string, string>();
  for (const { name, directory } of files) {
    if (known.get(name)?.state === 'applied') lastApplied.set(directory, name);
  }
  for (const { name, directory } of files) {
    const last = lastApplied.get(directory);
    if (!known.has(name) && last !== undefined && name < last) {
      throw new Error(
        `migration ${name} is new but stands before ${last}, which has been applied: give it a later number`,
      );
    }
  }
}
