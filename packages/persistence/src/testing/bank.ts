import { join } from 'node:path';
import { migratedDatabase } from '@redress/testkit';
import type { Database } from '../database';
import { migrate } from '../migration/migrate';
import { openDatabase } from '../open-database';
import { AccountRow } from './account.row';

/** A schema with accounts for a test file, and connections to it. */
export interface Bank {
  readonly db: Database;
  readonly url: string;
  close(): Promise<void>;
}

/** Directories of migrations of the tests' schema. */
export const bankMigrations = [join(__dirname, '..', '..', 'migrations'), join(__dirname, 'migrations')];

/** Creates the schema and connects to it. */
export async function openBank(poolSize = 20): Promise<Bank> {
  const schema = await migratedDatabase(bankMigrations, migrate);
  const { url } = schema;
  const db = await openDatabase({ url, rows: [AccountRow], poolSize });
  return {
    db,
    url,
    async close() {
      await db.close();
      await schema.drop();
    },
  };
}
