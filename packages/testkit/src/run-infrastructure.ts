import { copySchema, keepSchema } from './infrastructure/schema-copies';
import { createSchema, dropSchema } from './infrastructure/schemas';

/** Set by the global set-up for every test file of a run. */
export const RUN_VARIABLES = { database: 'REDRESS_TEST_DATABASE_URL', nats: 'REDRESS_TEST_NATS_URL' } as const;

function ofTheRun(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === '') {
    throw new Error(`${variable} is not set: only *.integration.test.ts and end-to-end tests are given infrastructure`);
  }
  return value;
}

/** The run's shared database server, without a schema. */
export function testDatabaseServerUrl(): string {
  return ofTheRun(RUN_VARIABLES.database);
}

/** The run's shared broker. Give each test its own stream prefix; never stop this one. */
export function testNatsUrl(): string {
  return ofTheRun(RUN_VARIABLES.nats);
}

/** An empty schema of the test's own on the run's shared database server. */
export async function testDatabase(name?: string): Promise<{ url: string; drop(): Promise<void> }> {
  const url = await createSchema(testDatabaseServerUrl(), name);
  return { url, drop: () => dropSchema(url) };
}

/**
 * A schema of the test's own with the migrations of these directories in their order. The first to ask in a run takes
 * the steps by `migrate`, later ones are given a copy, of which `migrate` makes sure that nothing is missing.
 */
export async function migratedDatabase(
  directories: readonly string[],
  migrate: (wanted: { readonly url: string; readonly directory: readonly string[] }) => Promise<void>,
): Promise<Awaited<ReturnType<typeof testDatabase>>> {
  const schema = await testDatabase();
  const copied = await copySchema(schema.url, directories);
  await migrate({ url: schema.url, directory: directories });
  if (!copied) await keepSchema(schema.url, directories);
  return schema;
}
