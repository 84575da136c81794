import { createConnection } from 'mysql2/promise';

let made = 0;

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const connection = await createConnection({ uri: serverUrl, timezone: 'Z' });
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}

/** Creates an empty schema on the server and returns its URL; without a name, one that nobody else uses. */
export async function createSchema(serverUrl: string, name?: string): Promise<string> {
  made += 1;
  const schema = name ?? `test_${process.pid}_${made}_${Math.random().toString(36).slice(2, 8)}`;
  if (!/^\w+$/.test(schema)) throw new Error(`not a schema name: ${schema}`);
  await onServer(
    serverUrl,
    `CREATE DATABASE IF NOT EXISTS \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
  );
  const url = new URL(serverUrl);
  url.pathname = `/${schema}`;
  return url.toString();
}

/** Drops the schema that the URL names. */
export async function dropSchema(url: string): Promise<void> {
  const server = new URL(url);
  const schema = server.pathname.slice(1);
  server.pathname = '/';
  await onServer(server.toString(), `DROP DATABASE IF EXISTS \`${schema}\``);
}
