import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';

/** Where files of a run leave what migrations made of a schema; set by the global set-up. */
export const COPIES_VARIABLE = 'REDRESS_TEST_SCHEMAS_DIRECTORY';

/** The tables in which migrations are recorded; the only rows that are copied. */
const RECORDS = new Set(['schema_migration', 'schema_migration_lease']);

let kept = 0;

/** Makes of an empty schema what the same migrations made of another in this run; answers whether they did. */
export async function copySchema(url: string, directories: readonly string[]): Promise<boolean> {
  const file = await fileFor(directories);
  const statements = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (statements === undefined) return false;
  await connected(url, (connection) => connection.query(statements));
  return true;
}

/**
 * Keeps what migrations made of a schema for the next who needs it. Nobody waits for anybody: who comes while the first
 * is still at it takes the steps, too. What cannot be told by tables alone is not kept.
 */
export async function keepSchema(url: string, directories: readonly string[]): Promise<void> {
  const file = await fileFor(directories);
  if (file === undefined) return;
  const statements = await connected(url, statementsOf);
  if (statements === undefined) return;
  kept += 1;
  const unfinished = `${file}.${process.pid}.${kept}`;
  await writeFile(unfinished, statements);
  await rename(unfinished, file);
}

/** Named after all that the migrations say; undefined outside of a run. */
async function fileFor(directories: readonly string[]): Promise<string | undefined> {
  const place = process.env[COPIES_VARIABLE];
  if (place === undefined) return undefined;
  const said = createHash('sha256');
  for (const directory of directories) {
    for (const name of (await readdir(directory)).sort()) {
      said
        .update(`${name}\0`)
        .update(await readFile(join(directory, name)))
        .update('\0');
    }
  }
  return join(place, `${said.digest('hex').slice(0, 32)}.sql`);
}

/** Undefined when there is more than empty tables. */
async function statementsOf(connection: Connection): Promise<string | undefined> {
  const [found] = await connection.query<RowDataPacket[]>('SHOW FULL TABLES');
  const tables = found.map((row) => Object.values(row).map(String) as [name: string, kind: string]);
  if (tables.some(([, kind]) => kind !== 'BASE TABLE')) return undefined;
  const statements: string[] = [];
  for (const [table] of tables) {
    const [[made]] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE \`${table}\``);
    statements.push(String(made?.['Create Table']));
    const [rows] = await connection.query<RowDataPacket[][]>({ sql: `SELECT * FROM \`${table}\``, rowsAsArray: true });
    if (rows.length === 0) continue;
    if (!RECORDS.has(table)) return undefined;
    statements.push(connection.format(`INSERT INTO \`${table}\` VALUES ?`, [rows]));
  }
  return statements.join(';\n');
}

async function connected<Result>(url: string, work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const connection = await createConnection({ uri: url, timezone: 'Z', dateStrings: true, multipleStatements: true });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}
