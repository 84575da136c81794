import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pool, RowDataPacket } from 'mysql2/promise';

/** Moments between which the seeded complaints were received. */
export const SEEDED_SPAN = { from: new Date('2024-01-01T00:00:00Z'), to: new Date('2026-01-01T00:00:00Z') };

const SPAN_MS = SEEDED_SPAN.to.getTime() - SEEDED_SPAN.from.getTime();
const DEPARTMENTS = 12;
const REGIONS = 30;
const CATEGORIES = 40;
const PRODUCTS = 2_000;

/** A number in [0, 1) that depends on the row and on nothing else. */
const chance = (salt: number): string => `((hash(i * 31 + ${salt}) >> 11)::DOUBLE / 9007199254740992)`;
/** One of several, of which the first are much more frequent than the last. */
const skewed = (salt: number, of: number, power: number): string =>
  `floor(${of} * power(${chance(salt)}, ${power}))::INTEGER`;
const oneOf = (salt: number, words: readonly string[], power = 1.5): string =>
  `[${words.map((word) => `'${word}'`).join(', ')}][${skewed(salt, words.length, power)} + 1]`;
const uuid = (prefix: string, salt: number): string =>
  `concat(${prefix}, '-7', substr(md5((i + ${salt})::VARCHAR), 1, 3), '-8', substr(md5((i + ${salt})::VARCHAR), 4, 3), '-', substr(md5((i + ${salt})::VARCHAR), 7, 12))`;

/** Complaints of two years with realistic skew, the same for the same number, as a table of the column store. */
function generated(complaints: number): string {
  const received = `(${SEEDED_SPAN.from.getTime()} + (i * ${SPAN_MS / complaints})::BIGINT)`;
  const time = `concat(substr(lpad(to_hex(received), 12, '0'), 1, 8), '-', substr(lpad(to_hex(received), 12, '0'), 9, 4))`;
  const later = (hours: string) => `make_timestamp_ms(received + (${hours} * 3600000)::BIGINT)`;
  const closing = `(-120 * ln(1 - ${chance(12)}))`;
  return `CREATE OR REPLACE TABLE seeded AS SELECT
    ${uuid(time, 0)} AS complaint_id, ${uuid(time, 1)} AS case_id, ${uuid(`'0190c000-0000'`, 0)} AS customer_id,
    ${oneOf(1, ['CONSUMER', 'COMPANY', 'AUTHORITY'], 3)} AS customer_segment,
    ${oneOf(2, ['PHONE', 'WEB_FORM', 'EMAIL', 'APP', 'LETTER', 'COUNTER'])} AS channel,
    ${oneOf(3, ['COMPLAINT', 'INQUIRY', 'SUGGESTION'], 4)} AS item_type,
    concat('category-', ${skewed(4, CATEGORIES, 2)}) AS category_code,
    concat('product-', ${skewed(5, PRODUCTS, 3)}) AS product,
    concat('region-', ${skewed(6, REGIONS, 2)}) AS region,
    ${oneOf(7, ['MATERIAL', 'TRANSPORT', 'SERVICE', 'PRICE', 'OTHER'])} AS cause,
    concat('department-', ${skewed(8, DEPARTMENTS, 1.3)}) AS department,
    ${oneOf(9, ['GENERAL', 'SERIOUS', 'MAJOR'], 3)} AS level,
    concat('handler-', ${skewed(10, 200, 1.2)}) AS handler,
    'omnichannel-72h' AS regulation_id, 1 AS regulation_version,
    make_timestamp_ms(received) AS received_at, ${later(`(2 * ${chance(11)})`)} AS acknowledged_at,
    ${later(`(40 * ${chance(13)})`)} AS first_reply_at,
    CASE WHEN ${chance(14)} < 0.92 THEN ${later(closing)} END AS closed_at,
    ${oneOf(15, ['VALID', 'AT_FAULT', 'INVALID'])} AS validity,
    (${chance(16)} < 0.9)::TINYINT AS timely, (${chance(17)} < 0.06)::TINYINT AS repeated,
    (${chance(18)} < 0.08)::INTEGER AS escalations, (${chance(19)} < 0.02)::INTEGER AS reopenings, i + 1 AS place
    FROM (SELECT i, ${received} AS received FROM range(${complaints}) numbers(i)) rows`;
}

/** Seeds the facts of a tenant, and the same rows in a bare column store; answers when both have them. */
export async function seedFacts(
  pool: Pool,
  columns: DuckDBConnection,
  tenant: string,
  complaints: number,
): Promise<void> {
  await columns.run(generated(complaints));
  const directory = await mkdtemp(join(tmpdir(), 'redress-facts-'));
  const file = join(directory, 'facts.csv');
  try {
    const types = await columns.runAndReadAll(`SELECT column_name, data_type FROM information_schema.columns
      WHERE table_name = 'seeded' AND column_name <> 'place' ORDER BY ordinal_position`);
    const names = types.getRows().map(([name]) => String(name));
    const list = types
      .getRows()
      .map(([name, type]) =>
        String(type).startsWith('TIMESTAMP')
          ? `strftime(${String(name)}, '%Y-%m-%d %H:%M:%S.%g') AS ${String(name)}`
          : name,
      );
    const [rows] = await pool.query<RowDataPacket[]>('SELECT last_position FROM change_position WHERE tenant_id = ?', [
      tenant,
    ]);
    const first = Number(rows[0]?.['last_position'] ?? 0);
    await columns.run(
      `COPY (SELECT '${tenant}' AS tenant_id, 1 AS generation, ${list.join(', ')}, place + ${first} AS since FROM seeded ORDER BY place)
       TO '${file}' (HEADER false, DELIMITER '\t', NULLSTR '\\N', QUOTE '')`,
    );
    await pool.query({
      sql: `LOAD DATA LOCAL INFILE 'facts' INTO TABLE complaint_fact (tenant_id, generation, ${names.join(', ')}, since)`,
      infileStreamFactory: () => createReadStream(file),
    });
    await pool.query('ANALYZE TABLE complaint_fact');
    await pool.query(
      `INSERT INTO change_position (tenant_id, last_position) VALUES (?, ?)
       ON DUPLICATE KEY UPDATE last_position = VALUES(last_position)`,
      [tenant, first + complaints],
    );
    // Totals that were begun before do not know these rows, and would be left for minutes to whoever might keep them.
    for (const table of ['rollup_state', 'rollup'])
      await pool.query(`DELETE FROM ${table} WHERE tenant_id = ?`, [tenant]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
