import type { Pool } from 'mysql2/promise';
import { secondsFor } from '../figures/workers';
import { barePool, emptyCopy, rowsOfTenant, type Row } from '../stage/row-copies';
import { schemaOf } from '../stage/stage';
import { pendingRow } from './registered-rows';

const TABLES = ['complaint_case', 'stage_clock', 'timeline_entry', 'outbox_log', 'outbox_pending'] as const;
const A_TRANSACTION = 100;

interface Noticed {
  readonly cases: readonly string[];
  readonly clocks: readonly string[];
  readonly inserts: ReadonlyMap<string, readonly Row[]>;
}

/** How many clocks a second bare statements note, with the same rows. */
export async function noticedByBareStatements(databaseUrl: string, tenant: string, atOnce: number): Promise<number> {
  const source = schemaOf('case-handling').replace('-', '_');
  const copy = schemaOf('floor_clocks');
  const setUp = barePool(databaseUrl, source, 1);
  const pool = barePool(databaseUrl, copy, atOnce);
  try {
    await emptyCopy(setUp, source, copy, TABLES);
    for (const table of ['complaint_case', 'stage_clock']) {
      await setUp.query(`INSERT INTO ${copy}.${table} SELECT * FROM ${table} WHERE tenant_id = ?`, [tenant]);
    }
    await setUp.query(`UPDATE ${copy}.stage_clock SET overdue_noticed_at = NULL`);
    const batches = await noticedRows(setUp, tenant);
    const clocks = batches.reduce((sum, batch) => sum + batch.clocks.length, 0);
    return clocks / (await secondsFor(batches, atOnce, (batch) => noticeInOneTransaction(pool, tenant, batch)));
  } finally {
    await Promise.all([setUp.end(), pool.end()]);
  }
}

async function noticedRows(pool: Pool, tenant: string): Promise<Noticed[]> {
  const clocks = (await rowsOfTenant(pool, 'stage_clock', tenant)).filter((row) => row['overdue_noticed_at'] !== null);
  const entries = (await rowsOfTenant(pool, 'timeline_entry', tenant)).filter((row) => row['type'] === 'STAGE_OVERDUE');
  const events = (await rowsOfTenant(pool, 'outbox_log', tenant)).filter((row) =>
    String(row['type']).includes('stage.overdue'),
  );
  const slice = (rows: readonly Row[], index: number) => rows.slice(index * A_TRANSACTION, (index + 1) * A_TRANSACTION);
  return Array.from({ length: Math.ceil(clocks.length / A_TRANSACTION) }, (_, index): Noticed => {
    const noticed = slice(clocks, index);
    return {
      cases: noticed.map((row) => String(row['case_id'])),
      clocks: noticed.map((row) => String(row['id'])),
      inserts: new Map([
        ['timeline_entry', slice(entries, index)],
        ['outbox_log', slice(events, index)],
        ['outbox_pending', slice(events, index).map(pendingRow)],
      ]),
    };
  });
}

async function noticeInOneTransaction(pool: Pool, tenant: string, { cases, clocks, inserts }: Noticed): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.query('START TRANSACTION');
    await connection.query('UPDATE complaint_case SET version = version + 1 WHERE tenant_id = ? AND id IN (?)', [
      tenant,
      cases,
    ]);
    await connection.query(
      'UPDATE stage_clock SET overdue_noticed_at = NOW(3) WHERE tenant_id = ? AND case_id IN (?) AND id IN (?)',
      [tenant, cases, clocks],
    );
    for (const [table, rows] of inserts) {
      const columns = Object.keys(rows[0] ?? {});
      const values = rows.map((row) => columns.map((column) => row[column]));
      await connection.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [values]);
    }
    await connection.query('COMMIT');
  } finally {
    connection.release();
  }
}
