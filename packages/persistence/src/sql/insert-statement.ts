import { json, valueLiteral } from './literal';
import { UnsupportedSql } from './tokenizer';

/** Longest text of one INSERT; well below the smallest usual `max_allowed_packet` of 4 MiB even in four-byte characters. */
const MAXIMUM_LENGTH = 800_000;

const IDENTIFIER = /^[a-z][a-z0-9_]{0,63}$/;

/** A row to insert, by column name. */
export type InsertRow = Readonly<Record<string, unknown>>;

/** A finished statement and its shape without values, for messages. */
export interface InsertStatement {
  readonly sql: string;
  readonly text: string;
}

/** How rows are inserted; see {@link insertStatements}. */
interface InsertOptions {
  readonly update?: boolean;
  readonly add?: readonly string[];
  readonly columns?: readonly string[] | undefined;
}

/**
 * Multi-row INSERTs for the rows: one, unless the text grows beyond what a server takes in one packet. Columns are those
 * of all rows together; a row that lacks one gets the column's default. Arrays and objects are stored as JSON text. With
 * `update`, a row whose key is there already takes the values of the columns instead; with `add`, those columns grow by the
 * values, and the others stay. `columns` names the only ones that are stored, where rows have more.
 */
export function insertStatements(
  table: string,
  rows: readonly InsertRow[],
  fixed: InsertRow = {},
  { update = false, add = [], columns: named }: InsertOptions = {},
): InsertStatement[] {
  const columns = named === undefined ? columnsOf(rows, fixed) : [...Object.keys(fixed), ...named];
  for (const name of [table, ...columns, ...add]) {
    if (!IDENTIFIER.test(name))
      throw new UnsupportedSql(`${JSON.stringify(name)} is not a name for a table or column`, `INSERT INTO ${table}`);
  }
  const head = `INSERT INTO \`${table}\` (${columns.map((column) => `\`${column}\``).join(', ')}) VALUES `;
  const tail = tailOf(update ? columns : [], add);
  const statements: InsertStatement[] = [];
  let sql = '';
  for (const row of rows) {
    const tuple = `(${columns.map((column) => cell(column in fixed ? fixed[column] : row[column])).join(', ')})`;
    if (sql !== '' && sql.length + tuple.length > MAXIMUM_LENGTH) {
      statements.push({ sql: sql + tail, text: `${head}…${tail}` });
      sql = '';
    }
    sql = sql === '' ? head + tuple : `${sql}, ${tuple}`;
  }
  if (sql !== '') statements.push({ sql: sql + tail, text: `${head}…${tail}` });
  return statements;
}

function tailOf(taken: readonly string[], added: readonly string[]): string {
  const changes = [
    ...(added.length > 0 ? [] : taken).map((column) => `\`${column}\` = VALUES(\`${column}\`)`),
    ...added.map((column) => `\`${column}\` = \`${column}\` + VALUES(\`${column}\`)`),
  ];
  return changes.length === 0 ? '' : ` ON DUPLICATE KEY UPDATE ${changes.join(', ')}`;
}

function columnsOf(rows: readonly InsertRow[], fixed: InsertRow): string[] {
  const columns = new Set(Object.keys(fixed));
  for (const row of rows) {
    // Rows of bulk loads are wide and alike: nothing is made for a column that is known.
    for (const column of Object.keys(row)) {
      if (!columns.has(column) && row[column] !== undefined) columns.add(column);
    }
  }
  return [...columns];
}

function cell(value: unknown): string {
  if (value === undefined) return 'DEFAULT';
  return Array.isArray(value) ? valueLiteral(json(value)) : valueLiteral(value);
}
