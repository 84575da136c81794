import { newId } from '@redress/kernel';
import type { Connection } from 'mysql2';
import { affectedRowsOf, send } from '../connection/statement';
import { valueLiteral } from '../sql/literal';

/** Held by the one process that may migrate the schema; others wait until it ends or expires. */
export interface MigrationLease {
  /** Takes the lease if it is free or its holder has gone silent; resolves to whether it is held now. */
  take(): Promise<boolean>;
  /** Throws when another process has taken it, as after this one was frozen for longer than the lease lasts. */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

/** A lease by a row, whose expiry is judged by the database's clock alone. */
export async function migrationLease(connection: Connection, leaseMs: number): Promise<MigrationLease> {
  const holder = valueLiteral(newId());
  const until = `TIMESTAMPADD(MICROSECOND, ${String(leaseMs * 1000)}, UTC_TIMESTAMP(3))`;
  await send(
    connection,
    `INSERT IGNORE INTO schema_migration_lease (id, holder, expires_at) VALUES (1, '', '2000-01-01')`,
  );
  return {
    async take() {
      const result = await send(
        connection,
        `UPDATE schema_migration_lease SET holder = ${holder}, expires_at = ${until} WHERE id = 1 AND expires_at < UTC_TIMESTAMP(3)`,
      );
      return affectedRowsOf(result) === 1;
    },
    async confirm() {
      const result = await send(
        connection,
        `UPDATE schema_migration_lease SET expires_at = ${until} WHERE id = 1 AND holder = ${holder}`,
      );
      if (affectedRowsOf(result) !== 1) throw new Error('another process has taken over the migration of this schema');
    },
    async release() {
      await send(
        connection,
        `UPDATE schema_migration_lease SET expires_at = '2000-01-01' WHERE id = 1 AND holder = ${holder}`,
      );
    },
  };
}
