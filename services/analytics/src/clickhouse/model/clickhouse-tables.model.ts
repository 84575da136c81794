import { COPIED_TABLES, type CopiedTable } from '../../columnar/model/copied-tables.model';
import type { ColumnKind } from '../../facts/model/fact-table.model';

const TYPE_OF: Readonly<Record<ColumnKind, string>> = {
  id: 'String',
  code: 'String',
  text: 'String',
  instant: 'Int64',
  flag: 'Int8',
  integer: 'Int32',
  minor: 'Int64',
};

/** Where no later version of a row is known. */
export const ENDLESS = '9223372036854775807';

function table({ name, key, columns }: CopiedTable): string {
  const declared = columns.map((column) => {
    const type = TYPE_OF[column.kind];
    return `${column.name} ${key.includes(column.name) ? type : `Nullable(${type})`}`;
  });
  return `CREATE TABLE IF NOT EXISTS ${name} (tenant_id String, generation Int64, ${declared.join(', ')},
    since Int64, until Int64, ended Int8) ENGINE = ReplacingMergeTree(ended)
    ORDER BY (tenant_id, generation, ${key.join(', ')}, since)`;
}

/**
 * Tables in which a version of a row is replaced by the same version with its end, and how far each tenant has come.
 * Whatever is sent twice is there once.
 */
export const CLICKHOUSE_TABLES: readonly string[] = [
  ...COPIED_TABLES.map(table),
  `CREATE TABLE IF NOT EXISTS reach (tenant_id String, generation Int64, first Int64, position Int64)
    ENGINE = ReplacingMergeTree(position) ORDER BY (tenant_id, generation)`,
];
