import { createPool, type Pool } from 'mysql2/promise';

/** A row as the driver gives and takes it. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows by table, in the order in which they are inserted. */
export type RowSet = ReadonlyMap<string, readonly Row[]>;

/** A pool of bare connections to a schema, as the services set theirs up. */
export function barePool(serverUrl: string, schema: string, connections: number): Pool {
  const url = new URL(serverUrl);
  url.pathname = `/${schema}`;
  return createPool({
    uri: url.toString(),
    connectionLimit: connections,
    timezone: 'Z',
    charset: 'utf8mb4',
    supportBigNumbers: true,
    bigNumberStrings: true,
    jsonStrings: true,
    dateStrings: ['DATE'],
  });
}

/** Makes an empty schema with the same tables as another one. */
export async function emptyCopy(pool: Pool, from: string, to: string, tables: readonly string[]): Promise<void> {
  await pool.query(`DROP DATABASE IF EXISTS ${to}`);
  await pool.query(`CREATE DATABASE ${to}`);
  for (const table of tables) await pool.query(`CREATE TABLE ${to}.${table} LIKE ${from}.${table}`);
}

/** The rows of a tenant in the order of their keys. */
export async function rowsOfTenant(pool: Pool, table: string, tenant: string): Promise<Row[]> {
  const [rows] = await pool.query(`SELECT * FROM ${table} WHERE tenant_id = ?`, [tenant]);
  return rows as Row[];
}

/** Inserts the rows of each table by one statement a table, all in one transaction. */
export async function insertInOneTransaction(pool: Pool, rows: RowSet): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.query('START TRANSACTION');
    for (const [table, content] of rows) {
      const [first] = content;
      if (first === undefined) continue;
      const columns = Object.keys(first);
      const values = content.map((row) => columns.map((column) => row[column]));
      await connection.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [values]);
    }
    await connection.query('COMMIT');
  } finally {
    connection.release();
  }
}
