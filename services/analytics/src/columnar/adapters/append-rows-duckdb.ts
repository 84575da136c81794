import { setImmediate } from 'node:timers/promises';
import {
  BIGINT,
  DuckDBDataChunk,
  DuckDBUUIDValue,
  INTEGER,
  TINYINT,
  UUID,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { ColumnKind } from '../../facts/model/fact-table.model';
import { copiedValue, markOf, TYPE_OF } from '../model/copied-value.model';
import type { Dictionary } from '../model/dictionary.model';
import type { RawRow } from '../model/tenant-copy.model';

/** Rows that are handed over at once; between two hand-overs other work of the process has its turn. */
const AT_ONCE = 500;

const TYPES = { UUID, INTEGER, BIGINT, TINYINT };

/** A column of a fact, or the marks of one. */
export interface AppendedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly marks?: string;
}

function valuesOf(
  rows: readonly RawRow[],
  { name, kind, marks }: AppendedColumn,
  dictionary: Dictionary,
): DuckDBValue[] {
  if (marks !== undefined) return rows.map((row) => markOf(row[marks]));
  const values = rows.map((row) => copiedValue(kind, name, row[name], dictionary));
  if (kind !== 'id') return values;
  return values.map((value) => (value === null ? null : DuckDBUUIDValue.fromUint128(BigInt(value))));
}

/** Appends rows to a table whose columns are these. */
export async function appendRows(
  connection: DuckDBConnection,
  { schema, table }: { readonly schema: string; readonly table: string },
  columns: readonly AppendedColumn[],
  rows: readonly RawRow[],
  dictionary: Dictionary,
): Promise<void> {
  if (rows.length === 0) return;
  const types = columns.map(({ kind }) => TYPES[TYPE_OF[kind]]);
  const appender = await connection.createAppender(table, schema);
  try {
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const some = rows.slice(start, start + AT_ONCE);
      const chunk = DuckDBDataChunk.create(types, some.length);
      chunk.setColumns(columns.map((column) => valuesOf(some, column, dictionary)));
      appender.appendDataChunk(chunk);
      await setImmediate();
    }
  } finally {
    appender.closeSync();
  }
}
