import type { TenantReader } from '@redress/persistence';
import type { Counted } from '../model/control-total.model';
import type { ExportRequest } from '../model/export.model';
import type { RowRequest, RowSource } from '../model/row-source.client';
import type { Cell, Column, RowPosition } from '../model/row.model';
import { joined, type Condition } from './range-condition.rules';

/** A column, and what stands in it. */
export interface ReadColumn<Row> extends Column {
  cell(row: Row): Cell;
}

/** Rows of joined tables in the order of a key. */
export interface KeysetRows<Row> {
  readonly name: string;
  /** SQL of the columns that are read. */
  readonly select: string;
  readonly from: string;
  /** The columns of the key, the first being the id by which later rows are left out. */
  readonly key: readonly [string, ...string[]];
  condition(request: ExportRequest): Condition;
  /** Which rows are left out as later ones, where the id does not say it. */
  readonly bound?: (request: RowRequest) => Condition;
  columns(request: ExportRequest): readonly ReadColumn<Row>[];
  counted(row: Row): readonly Counted[];
}

type Keyed<Row> = Row & { readonly key0: string | number; readonly key1: string | number };

/** Reads the rows page by page, each page in one statement that begins behind the last row of the one before. */
export function keysetRows<Row>(rows: KeysetRows<Row>): RowSource {
  const { name, key, from, select } = rows;
  const bound = rows.bound ?? (({ belowId }: RowRequest) => ({ sql: `${key[0]} < :belowId`, params: { belowId } }));
  const conditionOf = (asked: RowRequest) => joined([rows.condition(asked.request), bound(asked)]);

  return {
    name,
    columns: (request) =>
      rows.columns(request).map(({ key: columnKey, label, kind }) => ({ key: columnKey, label, kind })),

    async page(reader: TenantReader, request, after, limit) {
      const { sql, params } = conditionOf(request);
      const behind = after === undefined ? '' : ` AND ${behindKey(key)}`;
      const keys = key.map((column, index) => `${column} AS key${index}`).join(', ');
      const found = await reader.query<Keyed<Row>>(
        `SELECT ${select}, ${keys} FROM ${from} WHERE ${sql}${behind} ORDER BY ${key.join(', ')} LIMIT ${limit}`,
        { ...params, ...(after === undefined ? {} : { after0: after[0], after1: after[1] ?? 0 }) },
      );
      const columns = rows.columns(request.request);
      return found.map((row) => ({
        cells: columns.map((column) => column.cell(row)),
        counted: rows.counted(row),
        position: positionOf(row, key.length),
      }));
    },

    async count(reader, request) {
      const { sql, params } = conditionOf(request);
      const [row] = await reader.query<{ count: string }>(`SELECT COUNT(*) AS count FROM ${from} WHERE ${sql}`, params);
      return Number(row?.count ?? 0);
    },
  };
}

function behindKey([first, second]: KeysetRows<unknown>['key']): string {
  if (second === undefined) return `${first} > :after0`;
  return `${first} >= :after0 AND (${first} > :after0 OR ${second} > :after1)`;
}

function positionOf({ key0, key1 }: Keyed<unknown>, length: number): RowPosition {
  return length === 1 ? [key0] : [key0, key1];
}
