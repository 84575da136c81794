import type { TenantReader } from '@redress/persistence';
import type { Comparison, Difference } from '../model/difference.model';
import type { FactTable } from '../model/fact-table.model';
import { FACT_TABLES } from '../model/fact-tables.model';

type Row = Readonly<Record<string, string | number | Date | null>>;

const OWNERS_AT_ONCE = 1_000;

/** Versions that there were at the position, of owners in a range; one that ended later had not ended then. */
function versionsStatement({ name, key: [owner], columns }: FactTable): string {
  const branch = (table: string, ended: string) => `
    SELECT v.generation, ${Object.keys(columns)
      .map((column) => `v.${column}`)
      .join(', ')}, v.since, ${ended} AS ended FROM ${table} v
    WHERE v.tenant_id = :tenantId AND v.generation IN (:live, :rebuilt) AND v.since <= :position
      AND v.${owner} > :after AND (:upTo IS NULL OR v.${owner} <= :upTo)`;
  return `${branch(name, 'NULL')} UNION ALL ${branch(
    `${name}_history`,
    'CASE WHEN v.until > :position THEN NULL ELSE v.until END',
  )}`;
}

/** The owner that ends a range, for each generation that has so many. */
const boundStatement = ({ name, key: [owner] }: FactTable): string =>
  `SELECT b.${owner} AS bound FROM ${name} b
   WHERE b.tenant_id = :tenantId AND b.generation = :generation AND b.${owner} > :after
   ORDER BY b.${owner} LIMIT 1 OFFSET ${OWNERS_AT_ONCE}`;

const same = (left: Row[string] | undefined, right: Row[string] | undefined): boolean =>
  left instanceof Date && right instanceof Date ? left.getTime() === right.getTime() : left === right;

/** Differences between the versions of two generations, in the order of their keys. */
function differencesOf(table: FactTable, rows: readonly Row[], live: number): readonly Difference[] {
  const nameOf = (row: Row) => [...table.key.map((column) => String(row[column])), String(row['since'])].join(' ');
  const sides = { live: new Map<string, Row>(), rebuilt: new Map<string, Row>() };
  for (const row of rows) (row['generation'] === live ? sides.live : sides.rebuilt).set(nameOf(row), row);
  const names = [...new Set([...sides.live.keys(), ...sides.rebuilt.keys()])].sort();
  return names.flatMap((name): readonly Difference[] => {
    const [left, right] = [sides.live.get(name), sides.rebuilt.get(name)];
    const words = name.split(' ');
    const where = { table: table.name, key: words.slice(0, -1).join(' '), since: words.at(-1) ?? '' };
    if (left === undefined) return [{ ...where, columns: 'MISSING_IN_LIVE' }];
    if (right === undefined) return [{ ...where, columns: 'MISSING_IN_REBUILT' }];
    const columns = [...Object.keys(table.columns), 'ended'].filter((column) => !same(left[column], right[column]));
    return columns.length === 0 ? [] : [{ ...where, columns }];
  });
}

async function compareTable(
  reader: TenantReader,
  table: FactTable,
  { live, rebuilt, position }: Comparison,
  limit: number,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (let after = ''; found.length < limit;) {
    const bounds = await Promise.all(
      [live, rebuilt].map((generation) =>
        reader.query<{ bound: string }>(boundStatement(table), { generation, after }),
      ),
    );
    const [upTo] = bounds.flatMap((rows) => rows.map(({ bound }) => bound)).sort();
    // One statement reads both, and so both at the same moment.
    const rows = await reader.query<Row>(versionsStatement(table), {
      live,
      rebuilt,
      position,
      after,
      upTo: upTo ?? null,
    });
    found.push(...differencesOf(table, rows, live));
    if (upTo === undefined) break;
    after = upTo;
  }
  return found;
}

/** Reads both generations of each range with one statement, and so as they are at one moment. */
export async function compareGenerations(
  reader: TenantReader,
  comparison: Comparison,
  limit: number,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const table of FACT_TABLES) {
    if (found.length >= limit) break;
    found.push(...(await compareTable(reader, table, comparison, limit - found.length)));
  }
  return found.slice(0, limit);
}
