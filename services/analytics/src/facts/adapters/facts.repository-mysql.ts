import type { InsertRow, TenantReader } from '@redress/persistence';
import type { ColumnKind, FactRow, FactTable, FactValue } from '../model/fact-table.model';
import { factTableOf, type FactName } from '../model/fact-tables.model';
import type { FactChanges, Need, StoredRow, SupersededRow } from '../model/fact-set.model';
import type { FactsRepository } from '../model/facts.repository';

/** Owners whose rows are read with one statement. */
const OWNERS_AT_ONCE = 1_000;

type Raw = Readonly<Record<string, string | number | Date | null>>;

function factValue(kind: ColumnKind, value: Raw[string] | undefined): FactValue {
  if (value === null || value === undefined) return null;
  if (kind === 'minor') return BigInt(value as string | number);
  if (kind === 'integer' || kind === 'flag') return Number(value);
  return value;
}

/** A row of a fact table as the database gives it, in the types of the declaration. */
export function toFactRow({ columns }: FactTable, raw: Raw): FactRow {
  return Object.fromEntries(Object.entries(columns).map(([name, kind]) => [name, factValue(kind, raw[name])]));
}

function selectByOwner({ name, key, columns }: FactTable): string {
  const list = [...Object.keys(columns), 'since'].map((column) => `x.${column}`).join(', ');
  return `SELECT ${list} FROM ${name} x
    WHERE x.tenant_id = :tenantId AND x.generation = :generation AND x.${key[0]} IN (:owners)`;
}

function byTable(needs: readonly Need[]): Map<FactName, Set<string>> {
  const tables = new Map<FactName, Set<string>>();
  for (const { table, owner } of needs) {
    const owners = tables.get(table) ?? new Set();
    tables.set(table, owners.add(owner));
  }
  return tables;
}

async function loadTable(reader: TenantReader, generation: number, name: FactName, owners: readonly string[]) {
  const table: FactTable = factTableOf(name);
  const rows: StoredRow[] = [];
  for (let start = 0; start < owners.length; start += OWNERS_AT_ONCE) {
    const some = owners.slice(start, start + OWNERS_AT_ONCE);
    const raw = await reader.query<Raw>(selectByOwner(table), { generation, owners: some });
    for (const each of raw) rows.push({ row: toFactRow(table, each), since: BigInt(each['since'] as string) });
  }
  return rows;
}

function grouped<Name extends string, Item>(items: readonly Item[], nameOf: (item: Item) => Name): Map<Name, Item[]> {
  const groups = new Map<Name, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

const rowIn =
  (generation: number) =>
  ({ row, since }: StoredRow): InsertRow => ({ ...row, generation, since });

const versionIn =
  (generation: number) =>
  ({ version: { row, since, until } }: { readonly version: SupersededRow }): InsertRow => ({
    ...row,
    generation,
    since,
    until,
  });

/**
 * The columns of rows that are new, without those that are empty in all of them, as they are by themselves: most columns of
 * most facts are, and their text is a large part of what a statement costs.
 */
function filledColumns(name: FactName, stored: readonly StoredRow[]): readonly string[] {
  const { columns }: FactTable = factTableOf(name);
  const filled = Object.keys(columns).filter((column) => stored.some(({ row }) => row[column] !== null));
  return [...filled, 'generation', 'since'];
}

/** Facts in MySQL: one read for each table, one multi-row statement for each table that changed. */
export const factsInMysql: FactsRepository = {
  async load(reader, generation, facts, needs) {
    for (const [table, owners] of byTable(facts.missing(needs))) {
      const all = [...owners];
      facts.load(table, all, await loadTable(reader, generation, table, all));
    }
  },

  save(tx, generation, facts: FactChanges) {
    for (const [table, rows] of grouped(facts.changed(), (each) => each.table)) {
      tx.upsertAtCommit(table, rows.map(rowIn(generation)));
    }
    for (const [table, versions] of grouped(facts.history(), (each) => each.table)) {
      tx.insertAtCommit(`${table}_history`, versions.map(versionIn(generation)));
    }
  },

  saveAnew(tx, generation, facts: FactChanges) {
    const known = new Set(facts.differences().flatMap(({ before, after }) => (before === undefined ? [] : [after])));
    for (const [table, rows] of grouped(facts.changed(), (each) => each.table)) {
      const [added, changed] = [rows.filter(({ row }) => !known.has(row)), rows.filter(({ row }) => known.has(row))];
      if (added.length > 0) tx.insertAtCommit(table, added.map(rowIn(generation)), filledColumns(table, added));
      if (changed.length > 0) tx.upsertAtCommit(table, changed.map(rowIn(generation)));
    }
    for (const [table, versions] of grouped(facts.history(), (each) => each.table)) {
      const superseded = versions.map(({ version }) => version);
      const columns = [...filledColumns(table, superseded), 'until'];
      tx.insertAtCommit(`${table}_history`, versions.map(versionIn(generation)), columns);
    }
  },
};
