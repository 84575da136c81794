import { join } from 'node:path';
import { messagingMigrations } from '@redress/messaging';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase } from '@redress/testkit';
import { takingIn } from '../facts/composition-root';
import type { FactListener } from '../facts/model/fact-listener.client';
import { FACT_TABLES } from '../facts/model/fact-tables.model';
import type { AnyEvent } from './arbitrary-events';

/** A schema of analytics of the test's own, with its migrations done. */
export async function analyticsSchema(): Promise<{
  url: string;
  database: Database;
  close: () => Promise<void>;
}> {
  const own = join(__dirname, '..', '..', 'migrations');
  const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
  const { url } = schema;
  const database = await openDatabase({ url, rows: [] });
  return {
    url,
    database,
    close: async () => {
      await database.close();
      await schema.drop();
    },
  };
}

/** Takes in events as the consumer does once they were received, some at once. */
export async function takeIn(
  database: Database,
  tenantId: string,
  events: readonly AnyEvent[],
  atOnce = 7,
  listeners: readonly FactListener[] = [],
): Promise<void> {
  const consumptions = takingIn({ listeners, handlers: {} });
  for (let start = 0; start < events.length; start += atOnce) {
    await database.transaction(tenantId, async (tx) => {
      for (const { name, event } of events.slice(start, start + atOnce))
        for (const { handlers } of consumptions) await handlers[name]?.(event as never, tx);
      await consumptions[0]?.finish?.(tx);
    });
  }
}

/** All versions of all rows of a generation, each as a text. */
export async function versionsOf(database: Database, tenantId: string, generation: number): Promise<string[]> {
  const reader = database.reader(tenantId);
  const rows = FACT_TABLES.flatMap(({ name, columns }) =>
    [name, `${name}_history`].map(async (table) => {
      const known = [...Object.keys(columns), 'since', ...(table === name ? [] : ['until'])];
      const found = await reader.query<object>(
        `SELECT ${known.map((column) => `x.${column}`).join(', ')} FROM ${table} x
         WHERE x.tenant_id = :tenantId AND x.generation = :generation`,
        { generation },
      );
      return found.map((row) => `${table} ${JSON.stringify(row)}`);
    }),
  );
  return (await Promise.all(rows)).flat().sort();
}
