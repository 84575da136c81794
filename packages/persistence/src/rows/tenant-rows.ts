import type { DataSource } from 'typeorm';
import type { Params } from '../sql/compiled-statement';
import type { InsertRow } from '../sql/insert-statement';
import type { FindOptions, RowFilter, RowInput, RowPatch, TenantRows, VersionedUpdate } from './row-types';
import type { RowMapping } from './row-mapping';
import { rowMapping } from './row-mapping';
import { StaleVersion } from './stale-version';

/** The statements of a transaction that rows are read and written with. */
export interface RowStatements {
  query<Row>(sql: string, params?: Params): Promise<Row[]>;
  execute(sql: string, params?: Params): Promise<{ affectedRows: number }>;
  insertMany(table: string, rows: readonly InsertRow[]): Promise<void>;
  insertAtCommit(table: string, rows: readonly InsertRow[]): void;
}

/** The rows of an entity class within the transaction. */
export function tenantRows<R extends object>(
  dataSource: DataSource,
  session: RowStatements,
  row: new () => R,
): TenantRows<R> {
  const mapping = rowMapping(dataSource, row);
  const { table } = mapping;
  const findMany = async (where: RowFilter<R>, options: FindOptions<R> = {}): Promise<R[]> => {
    const { text, params } = filter(mapping, where);
    const columns = mapping.columns.map((column) => `\`${column}\``).join(', ');
    const sql = `SELECT ${columns} FROM \`${table}\` WHERE ${text}${ordering(mapping, options)}`;
    const found = await session.query<Record<string, unknown>>(sql, params);
    return found.map((columnValues) => mapping.fromColumns(columnValues));
  };
  const columnsOf = (rows: RowInput<R> | readonly RowInput<R>[]): InsertRow[] =>
    (Array.isArray(rows) ? rows : [rows]).map((values: object) => mapping.toColumns(values));
  const updateWhere = async (where: RowFilter<R>, patch: RowPatch<R>): Promise<number> => {
    const { text, params } = filter(mapping, where);
    const set = assignments(mapping, patch);
    if (set.text === '') throw new Error(`nothing to change in ${table}`);
    const { affectedRows } = await session.execute(`UPDATE \`${table}\` SET ${set.text} WHERE ${text}`, {
      ...params,
      ...set.params,
    });
    return affectedRows;
  };
  return {
    findMany,
    findOne: async (where, options = {}) => (await findMany(where, { ...options, limit: 1 }))[0],
    insert: (rows) => session.insertMany(table, columnsOf(rows)),
    insertAtCommit: (rows) => {
      session.insertAtCommit(table, columnsOf(rows));
    },
    updateWhere,
    async update(id, patch) {
      const changed = await updateWhere({ id } as unknown as RowFilter<R>, patch);
      if (changed !== 1) throw new Error(`there is no ${table} ${id}`);
    },
    updateVersioned: (update) => updateVersioned(session, mapping, update),
    async deleteWhere(where) {
      const { text, params } = filter(mapping, where);
      return (await session.execute(`DELETE FROM \`${table}\` WHERE ${text}`, params)).affectedRows;
    },
  };
}

async function updateVersioned<R extends object>(
  session: RowStatements,
  mapping: RowMapping<R>,
  { id, expectedVersion, increment = 1, patch }: VersionedUpdate<R>,
): Promise<void> {
  const set = assignments(mapping, patch);
  const key = `tenant_id = :tenantId AND id = :id`;
  const { affectedRows } = await session.execute(
    `UPDATE \`${mapping.table}\` SET ${set.text === '' ? '' : `${set.text}, `}version = version + :increment WHERE ${key} AND version = :expectedVersion`,
    { ...set.params, id, increment, expectedVersion },
  );
  if (affectedRows === 1) return;
  const [current] = await session.query<{ version: number | string }>(
    `SELECT version FROM \`${mapping.table}\` WHERE ${key}`,
    { id },
  );
  throw new StaleVersion(
    mapping.table,
    id,
    expectedVersion,
    current === undefined ? undefined : Number(current.version),
  );
}

type Fragment = { readonly text: string; readonly params: Record<string, unknown> };

function filter<R>(mapping: RowMapping<R>, where: RowFilter<R>): Fragment {
  const conditions = ['tenant_id = :tenantId'];
  const params: Record<string, unknown> = {};
  for (const [property, value] of Object.entries<unknown>(where)) {
    // An undefined condition would otherwise widen the statement to every row.
    if (value === undefined) throw new Error(`the condition on ${property} of ${mapping.table} is undefined`);
    const column = `\`${mapping.columnOf(property)}\``;
    if (value === null) {
      conditions.push(`${column} IS NULL`);
      continue;
    }
    params[`w_${property}`] = Array.isArray(value)
      ? value.map((item: unknown) => mapping.toColumn(property, item))
      : mapping.toColumn(property, value);
    conditions.push(Array.isArray(value) ? `${column} IN (:w_${property})` : `${column} = :w_${property}`);
  }
  return { text: conditions.join(' AND '), params };
}

function assignments<R>(mapping: RowMapping<R>, patch: RowPatch<R>): Fragment {
  const params: Record<string, unknown> = {};
  const parts: string[] = [];
  for (const [property, value] of Object.entries<unknown>(patch)) {
    if (value === undefined) continue;
    parts.push(`\`${mapping.columnOf(property)}\` = :s_${property}`);
    params[`s_${property}`] = mapping.toColumn(property, value);
  }
  return { text: parts.join(', '), params };
}

function ordering<R>(mapping: RowMapping<R>, { orderBy = {}, limit, lock }: FindOptions<R>): string {
  const order = Object.entries(orderBy as Record<string, 'ASC' | 'DESC'>).map(
    ([property, direction]) => `\`${mapping.columnOf(property)}\` ${direction === 'DESC' ? 'DESC' : 'ASC'}`,
  );
  const parts = [
    ...(order.length === 0 ? [] : [`ORDER BY ${order.join(', ')}`]),
    ...(limit === undefined ? [] : [`LIMIT ${String(Math.trunc(limit))}`]),
    ...(lock === undefined ? [] : ['FOR UPDATE']),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(' ')}`;
}
