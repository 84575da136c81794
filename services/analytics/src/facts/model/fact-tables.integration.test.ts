import { analyticsSchema } from '../../test-bench/journal';
import type { ColumnKind, FactTable } from './fact-table.model';
import { FACT_TABLES } from './fact-tables.model';

/** What a column of each kind is in the database. */
const TYPES: Readonly<Record<ColumnKind, string>> = {
  id: 'char(36) ascii_bin',
  code: 'varchar(96) utf8mb4_bin',
  text: 'varchar(255) utf8mb4_bin',
  instant: 'datetime(3)',
  flag: 'tinyint',
  integer: 'int',
  minor: 'bigint',
};

/** Without the display width of numbers, which not every server tells. */
const typeOf = (type: string, collation: string | null): string =>
  [type.replace(/^(tinyint|smallint|int|bigint)\(\d+\)/, '$1'), ...(collation === null ? [] : [collation])].join(' ');

const COLUMNS = `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, COLLATION_NAME AS collation
  FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = :table ORDER BY ORDINAL_POSITION`;
const KEYS = `SELECT INDEX_NAME AS name, COLUMN_NAME AS member FROM information_schema.STATISTICS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = :table ORDER BY INDEX_NAME, SEQ_IN_INDEX`;

describe('tables of facts', () => {
  let schema: Awaited<ReturnType<typeof analyticsSchema>>;
  beforeAll(async () => {
    schema = await analyticsSchema();
  });
  afterAll(() => schema.close());

  const columnsOf = async (table: string) => {
    const rows = await schema.database.system.query<{ name: string; type: string; collation: string | null }>(COLUMNS, {
      table,
    });
    return rows.map(({ name, type, collation }) => [name, typeOf(type, collation)]);
  };
  const keysOf = async (table: string) => {
    const rows = await schema.database.system.query<{ name: string; member: string }>(KEYS, { table });
    return rows.reduce<Record<string, string[]>>((all, { name, member }) => {
      (all[name] ??= []).push(member);
      return all;
    }, {});
  };

  it.each(FACT_TABLES.map((table): [string, FactTable] => [table.name, table]))(
    'has %s as it is declared, and its history',
    async (name, { columns, key }) => {
      const owner = [
        ['tenant_id', 'varchar(64) ascii_bin'],
        ['generation', 'smallint unsigned'],
      ];
      const declared = Object.entries(columns).map(([column, kind]) => [column, TYPES[kind]]);
      expect(await columnsOf(name)).toEqual([...owner, ...declared, ['since', 'bigint']]);
      expect(await columnsOf(`${name}_history`)).toEqual([
        ...owner,
        ...declared,
        ['since', 'bigint'],
        ['until', 'bigint'],
      ]);

      const primary = ['tenant_id', 'generation', ...key];
      const since = ['tenant_id', 'generation', 'since'];
      expect(await keysOf(name)).toMatchObject({ PRIMARY: primary, by_since: since });
      expect(await keysOf(`${name}_history`)).toEqual({
        PRIMARY: [...primary, 'since'],
        by_end: ['tenant_id', 'generation', 'until'],
        by_since: since,
      });
    },
  );
});
