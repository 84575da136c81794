import type { Connection } from 'mysql2';
import { DatabaseError } from '../connection/database-error';
import { send } from '../connection/statement';
import { valueLiteral } from '../sql/literal';
import type { MigrationFile } from './migration-file';

/**
 * Errors which say that a schema change has been made already: table or schema exists, duplicate column or key, nothing
 * to drop. They end an interrupted step well, since a server makes one schema change entirely or not at all.
 */
const ALREADY_DONE = new Set([1007, 1050, 1051, 1060, 1061, 1091, 1826]);

/** Takes one step and records it. */
export async function applyMigration(connection: Connection, file: MigrationFile, interrupted: boolean): Promise<void> {
  if (file.changesRows) await changeRows(connection, file);
  else await changeSchema(connection, file, interrupted);
}

async function changeRows(connection: Connection, file: MigrationFile): Promise<void> {
  await send(connection, 'START TRANSACTION');
  try {
    await send(connection, file.statement, { timeoutMs: 0 });
    await send(connection, startedRecord(file));
    await send(connection, appliedRecord(file));
    await send(connection, 'COMMIT');
  } catch (error) {
    await send(connection, 'ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function changeSchema(connection: Connection, file: MigrationFile, interrupted: boolean): Promise<void> {
  await send(connection, startedRecord(file));
  try {
    await send(connection, file.statement, { timeoutMs: 0 });
  } catch (error) {
    const refused = error instanceof DatabaseError && !error.connectionLost;
    // What the server refused was not interrupted, and must not be taken for it next time.
    if (refused && !interrupted)
      await send(connection, `DELETE FROM schema_migration WHERE name = ${valueLiteral(file.name)}`);
    if (!interrupted || !refused || !ALREADY_DONE.has(error.errno ?? 0)) throw error;
  }
  await send(connection, appliedRecord(file));
}

/** An interrupted step may have been corrected since, so the checksum is written again. */
function startedRecord({ name, checksum }: MigrationFile): string {
  return (
    `INSERT INTO schema_migration (name, checksum, state, started_at) VALUES (${valueLiteral(name)}, ${valueLiteral(checksum)}, 'started', UTC_TIMESTAMP(3))` +
    ' ON DUPLICATE KEY UPDATE checksum = VALUES(checksum), started_at = VALUES(started_at)'
  );
}

function appliedRecord({ name }: MigrationFile): string {
  return `UPDATE schema_migration SET state = 'applied', applied_at = UTC_TIMESTAMP(3) WHERE name = ${valueLiteral(name)}`;
}
