import { toFactRow } from '../../facts/adapters/facts.repository-mysql';
import type { FactTable } from '../../facts/model/fact-table.model';
import { factTableOf, type FactName } from '../../facts/model/fact-tables.model';
import type { RollupLayout } from '../model/rollup-layout.model';
import { rolledColumns } from '../model/rolled-columns.model';
import type { ReadFactsAsOf } from '../model/rollups.repository';

type Raw = Parameters<typeof toFactRow>[1];

const of = (alias: string, owner: string): string =>
  `${alias}.tenant_id = :tenantId AND ${alias}.generation = :generation AND ${alias}.${owner} > :after`;

const boundStatement = ({ name, key: [owner] }: FactTable): string =>
  `SELECT b.${owner} AS bound FROM ${name} b WHERE ${of('b', owner)} ORDER BY b.${owner} LIMIT 1 OFFSET :rows`;

/** One statement reads rows that are and rows that were, so that what is superseded meanwhile is found in either. */
function rowsStatement({ name, key: [owner], columns }: FactTable): string {
  const list = (alias: string) =>
    Object.keys(columns)
      .map((column) => `${alias}.${column}`)
      .join(', ');
  const range = (alias: string) =>
    `${of(alias, owner)} AND (:upTo IS NULL OR ${alias}.${owner} <= :upTo) AND ${alias}.since <= :position`;
  return `SELECT ${list('x')} FROM ${name} x WHERE ${range('x')}
    UNION ALL SELECT ${list('h')} FROM ${name}_history h WHERE ${range('h')} AND h.until > :position`;
}

/** The columns that totals rest on, of so many rows at once, without a lock. */
export const factsAsOf =
  (layout: RollupLayout, rowsAtOnce: number): ReadFactsAsOf =>
  async (reader, { generation, position, progress: { fact, owner } }) => {
    const table = restricted(layout, fact as FactName);
    const from = { generation, after: owner, rows: rowsAtOnce };
    const [bound] = await reader.query<{ bound: string }>(boundStatement(table), from);
    const raw = await reader.query<Raw>(rowsStatement(table), { ...from, position, upTo: bound?.bound ?? null });
    return { rows: raw.map((row) => toFactRow(table, row)), upTo: bound?.bound };
  };

function restricted(layout: RollupLayout, fact: FactName): FactTable {
  const table: FactTable = factTableOf(fact);
  const rolled = rolledColumns(layout, fact);
  const columns = Object.entries(table.columns).filter(([column]) => rolled.has(column));
  return { ...table, columns: Object.fromEntries(columns) };
}
