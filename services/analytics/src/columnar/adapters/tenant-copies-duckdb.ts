import { COPIED_TABLES, MARK, MARKED, type CopiedTable } from '../model/copied-tables.model';
import { TYPE_OF } from '../model/copied-value.model';
import { Dictionary } from '../model/dictionary.model';
import type { FactsReach, RawRow, TableChanges, TenantCopies, TenantCopy } from '../model/tenant-copy.model';
import { appendRows, type AppendedColumn } from './append-rows-duckdb';
import type { ColumnStore } from './column-store-duckdb';

const SINCE: AppendedColumn = { name: 'since', kind: 'minor' };
const UNTIL: AppendedColumn = { name: 'until', kind: 'minor' };

const MARKS: AppendedColumn = { name: MARK, kind: 'minor', marks: MARKED };

const columnsOf = ({ name, columns }: CopiedTable): readonly AppendedColumn[] =>
  name === 'complaint_fact' ? [...columns, MARKS, SINCE] : [...columns, SINCE];

function createTables(schema: string, table: CopiedTable): readonly string[] {
  const list = (columns: readonly AppendedColumn[]) =>
    columns.map(({ name, kind }) => `${name} ${TYPE_OF[kind]}`).join(', ');
  const columns = list(columnsOf(table));
  return [
    `CREATE TABLE ${schema}.${table.name} (${columns})`,
    `CREATE TABLE ${schema}.${table.name}_arriving (${columns})`,
    `CREATE TABLE ${schema}.${table.name}_history (${columns}, ${list([UNTIL])})`,
  ];
}

/** So many positions back a copy remembers what was superseded; it forgets when it has twice as many. */
const REMEMBERED = 200_000n;

/** After so many replaced rows their room is given back. */
const TIDY_AFTER = 100_000;

/** Whether this version of a row is in the copy; a row that changed twice since is not there as it was in between. */
const has = ({ position }: TenantCopy, row: RawRow): boolean => BigInt(row['since'] as string) <= position;

/** Copies in an embedded column store, each in a schema of its own. */
export class CopiesInColumnStore implements TenantCopies {
  private made = 0;
  private replaced = 0;

  constructor(private readonly store: ColumnStore) {}

  async make({ tenantId, generation, position }: FactsReach): Promise<TenantCopy> {
    this.made += 1;
    const schema = `copy_${this.made}`;
    await this.store.write(async (connection) => {
      await connection.run(`CREATE SCHEMA ${schema}`);
      await connection.run(`CREATE TABLE ${schema}.reach AS SELECT CAST(0 AS BIGINT) AS position`);
      for (const sql of COPIED_TABLES.flatMap((table) => createTables(schema, table))) await connection.run(sql);
    });
    return { tenantId, generation, schema, dictionary: new Dictionary(), from: position, position: 0n };
  }

  async take(copy: TenantCopy, changes: readonly TableChanges[], position: bigint): Promise<void> {
    const { schema, dictionary } = copy;
    const filling = copy.position < copy.from;
    await this.store.write(async (connection) => {
      for (const { table, rows, superseded } of changes) {
        const { name, key } = table;
        const to = (suffix: string) => ({ schema, table: `${name}${suffix}` });
        await appendRows(connection, to('_history'), [...columnsOf(table), UNTIL], superseded, dictionary);
        if (!superseded.some((row) => has(copy, row))) {
          await appendRows(connection, to(''), columnsOf(table), rows, dictionary);
          continue;
        }
        await appendRows(connection, to('_arriving'), columnsOf(table), rows, dictionary);
        const same = key.map((column) => `x.${column} = a.${column}`).join(' AND ');
        await connection.run(`DELETE FROM ${schema}.${name} x USING ${schema}.${name}_arriving a WHERE ${same}`);
        await connection.run(`INSERT INTO ${schema}.${name} SELECT * FROM ${schema}.${name}_arriving`);
        await connection.run(`TRUNCATE ${schema}.${name}_arriving`);
      }
      await connection.run(`UPDATE ${schema}.reach SET position = ${position}`);
    });
    copy.position = position;
    this.replaced += changes.reduce((sum, { superseded }) => sum + superseded.length, 0);
    if (this.replaced > TIDY_AFTER || (filling && position >= copy.from)) await this.tidy();
    if (position - copy.from > 2n * REMEMBERED) await this.forget(copy, position - REMEMBERED);
  }

  private async tidy(): Promise<void> {
    this.replaced = 0;
    await this.store.tidy();
  }

  /** First it is no longer told of, then it goes. */
  private async forget(copy: TenantCopy, upTo: bigint): Promise<void> {
    copy.from = upTo;
    await this.store.write(async (connection) => {
      for (const { name } of COPIED_TABLES)
        await connection.run(`DELETE FROM ${copy.schema}.${name}_history WHERE until <= ${upTo}`);
    });
    await this.tidy();
  }

  async drop({ schema }: TenantCopy): Promise<void> {
    await this.store.write(async (connection) => {
      await connection.run(`DROP SCHEMA ${schema} CASCADE`);
    });
  }
}
