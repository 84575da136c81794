import type { Pool, RowDataPacket } from 'mysql2/promise';
import { barePool, emptyCopy } from '../stage/row-copies';

const EVENTS_AT_ONCE = 8_000;
const ROWS_AT_ONCE = 2_000;
const COPY = 'benchmark_rebuild_floor';

/** Reads and parses the journal of a tenant and writes the rows of a generation, by hand; answers events a second. */
export async function bareRebuild(
  databaseUrl: string,
  schema: string,
  tenant: string,
  generation: number,
): Promise<number> {
  const pool = barePool(databaseUrl, schema, 2);
  try {
    const tables = await factTables(pool, schema);
    await emptyCopy(pool, schema, COPY, tables);
    let seconds = 0;
    for (const table of tables) seconds += await written(pool, table, tenant, generation);
    const since = performance.now();
    const events = await parsed(pool, tenant);
    seconds += (performance.now() - since) / 1_000;
    await pool.query(`DROP DATABASE ${COPY}`);
    return events / seconds;
  } finally {
    await pool.end();
  }
}

async function factTables(pool: Pool, schema: string): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = ? AND (table_name LIKE '%\\_fact' OR table_name LIKE '%\\_fact\\_history')`,
    [schema],
  );
  return rows.map(({ name }) => String(name));
}

async function written(pool: Pool, table: string, tenant: string, generation: number): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>(`SELECT * FROM ${table} WHERE tenant_id = ? AND generation = ?`, [
    tenant,
    generation,
  ]);
  const columns = Object.keys(rows[0] ?? {});
  const since = performance.now();
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const values = rows
      .slice(start, start + ROWS_AT_ONCE)
      .map((row) => columns.map((column) => row[column] as unknown));
    await pool.query(`INSERT INTO ${COPY}.${table} (${columns.join(', ')}) VALUES ?`, [values]);
  }
  return (performance.now() - since) / 1_000;
}

async function parsed(pool: Pool, tenant: string): Promise<number> {
  let events = 0;
  for (;;) {
    const [rows] = await pool.query<RowDataPacket[]>(
      'SELECT envelope FROM change_log WHERE tenant_id = ? AND position > ? ORDER BY position LIMIT ?',
      [tenant, events, EVENTS_AT_ONCE],
    );
    if (rows.length === 0) return events;
    for (const { envelope } of rows) JSON.parse(String(envelope));
    events += rows.length;
  }
}
