import type { FactRow, FactTable, FactValue, RowOf } from './fact-table.model';
import { factTableOf, type FactName } from './fact-tables.model';

/** A version of a row as it is stored; `since` is the position of the event that made it. */
export interface StoredRow {
  readonly row: FactRow;
  readonly since: bigint;
}

/** A version that was superseded by the event at `until`. */
export interface SupersededRow extends StoredRow {
  readonly until: bigint;
}

/** What a set of events did to one row: how it was before all of them, and how it is after. */
export interface RowChange {
  readonly table: FactName;
  readonly before: FactRow | undefined;
  readonly after: FactRow;
}

/** What a run of events did, as it is written. */
export interface FactChanges {
  /** Rows that are new or have changed. */
  changed(): readonly (StoredRow & { readonly table: FactName })[];
  /** Versions that were superseded, oldest first. */
  history(): readonly { readonly table: FactName; readonly version: SupersededRow }[];
  /** What became of each row that changed, for totals that are kept beside the rows. */
  differences(): readonly RowChange[];
}

interface Entry {
  readonly table: FactName;
  loaded: StoredRow | undefined;
  current: StoredRow;
  changed: boolean;
}

/** Which rows a fold looks at: all of a table that have one value in the first column of its key. */
export interface Need {
  readonly table: FactName;
  readonly owner: string;
}

const own = (value: FactValue | undefined): string => String(value);

/**
 * The rows that a run of events reads and changes. Every version that an event supersedes is kept, so that what is
 * written at the end is the same whether the events come one by one or a thousand at a time.
 */
export class FactSet implements FactChanges {
  private readonly tables = new Map<FactName, Map<string, Map<string, Entry>>>();
  private touched: Entry[] = [];
  private superseded: { readonly table: FactName; readonly version: SupersededRow }[] = [];
  private position = 0n;
  private rows = 0;

  /** The event at this position is applied next. */
  moveTo(position: bigint): void {
    this.position = position;
  }

  /** Needs that were not met yet. */
  missing(needs: readonly Need[]): readonly Need[] {
    return needs.filter(({ table, owner }) => this.tables.get(table)?.has(owner) !== true);
  }

  /** Owners of whom the store is known to have nothing. */
  loadNothing(needs: readonly Need[]): void {
    for (const { table, owner } of needs) {
      const ofTable = this.ofTable(table);
      if (!ofTable.has(owner)) ofTable.set(owner, new Map());
    }
  }

  /** How many rows are in memory. */
  get size(): number {
    return this.rows;
  }

  /** Takes over what the store has of these owners; an owner without rows is known to have none from now on. */
  load(table: FactName, owners: readonly string[], rows: readonly StoredRow[]): void {
    const ofTable = this.ofTable(table);
    for (const owner of owners) if (!ofTable.has(owner)) ofTable.set(owner, new Map());
    const { key } = factTableOf(table);
    for (const stored of rows) {
      const entry: Entry = { table, loaded: stored, current: stored, changed: false };
      this.ofOwner(table, own(stored.row[key[0]])).set(nameOf(key, stored.row), entry);
      this.rows += 1;
    }
  }

  /** The rows that the table has of an owner, in the order of their keys. */
  rowsOf<Table extends FactTable>(table: Table, owner: string): readonly RowOf<Table>[] {
    const rows = [...this.ofOwner(table.name as FactName, owner)].sort(([a], [b]) => (a < b ? -1 : 1));
    return rows.map(([, { current }]) => current.row as RowOf<Table>);
  }

  /** The row with the key, if there is one. */
  find<Table extends FactTable>(table: Table, key: Partial<RowOf<Table>>): RowOf<Table> | undefined {
    const values = key as FactRow;
    const entries = this.ofOwner(table.name as FactName, own(values[table.key[0]]));
    return entries.get(nameOf(table.key, values))?.current.row as RowOf<Table> | undefined;
  }

  /** Gives columns of a row other values; makes the row, with `null` in all other columns, where there is none. */
  change<Table extends FactTable>(table: Table, values: Partial<RowOf<Table>>): void {
    const given = values as FactRow;
    const entries = this.ofOwner(table.name as FactName, own(given[table.key[0]]));
    const name = nameOf(table.key, given);
    const entry = entries.get(name);
    if (entry === undefined) {
      const current = { row: { ...emptyRow(table), ...given }, since: this.position };
      const added: Entry = { table: table.name as FactName, loaded: undefined, current, changed: true };
      entries.set(name, added);
      this.touched.push(added);
      this.rows += 1;
      return;
    }
    const { row, since } = entry.current;
    if (!differs(row, given)) return;
    if (since < this.position)
      this.superseded.push({ table: table.name as FactName, version: { row, since, until: this.position } });
    entry.current = { row: { ...row, ...given }, since: this.position };
    if (!entry.changed) this.touched.push(entry);
    entry.changed = true;
  }

  changed(): readonly (StoredRow & { readonly table: FactName })[] {
    return this.touched.map(({ table, current }) => ({ table, ...current }));
  }

  history(): readonly { readonly table: FactName; readonly version: SupersededRow }[] {
    return this.superseded;
  }

  differences(): readonly RowChange[] {
    return this.touched.map(({ table, loaded, current }) => ({ table, before: loaded?.row, after: current.row }));
  }

  /** What was done since the last time; from here on rows count as stored the way they are now. */
  takeChanges(): FactChanges {
    const [changed, history, differences] = [this.changed(), this.history(), this.differences()];
    for (const entry of this.touched) {
      entry.loaded = entry.current;
      entry.changed = false;
    }
    this.touched = [];
    this.superseded = [];
    return { changed: () => changed, history: () => history, differences: () => differences };
  }

  private ofTable(table: FactName): Map<string, Map<string, Entry>> {
    const found = this.tables.get(table) ?? new Map<string, Map<string, Entry>>();
    this.tables.set(table, found);
    return found;
  }

  private ofOwner(table: FactName, owner: string): Map<string, Entry> {
    const ofTable = this.ofTable(table);
    const found = ofTable.get(owner);
    if (found === undefined) throw new Error(`${table} of ${owner} was not loaded; the projection has to name it`);
    return found;
  }
}

const EMPTY_ROWS = new Map<string, FactRow>();

function emptyRow({ name, columns }: FactTable): FactRow {
  const found = EMPTY_ROWS.get(name) ?? Object.fromEntries(Object.keys(columns).map((column) => [column, null]));
  EMPTY_ROWS.set(name, found);
  return found;
}

function nameOf(key: readonly string[], row: FactRow): string {
  return key.map((column) => String(row[column])).join(' ');
}

function differs(row: FactRow, given: FactRow): boolean {
  for (const column of Object.keys(given)) if (!same(row[column], given[column] ?? null)) return true;
  return false;
}

function same(left: FactValue | undefined, right: FactValue): boolean {
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  return left === right;
}
