import type { Pool } from 'mysql2/promise';
import { rowsOfTenant, type Row, type RowSet } from '../stage/row-copies';

/** The tables of finance in which a settlement that was approved and paid leaves rows. */
export const APPROVAL_TABLES = [
  'idempotency_record',
  'settlement',
  'payment',
  'journal_entry',
  'posting',
  'outbox_log',
] as const;

type Table = (typeof APPROVAL_TABLES)[number];

/** By which column a row belongs to a settlement. */
const KEYS: Readonly<Record<Exclude<Table, 'idempotency_record'>, string>> = {
  settlement: 'id',
  payment: 'settlement_id',
  journal_entry: 'source_id',
  posting: 'source_id',
  outbox_log: 'aggregate_id',
};

/** The rows that a tenant's settlements have left, one set for each. */
export async function approvedRows(pool: Pool, tenant: string): Promise<RowSet[]> {
  const records = (await rowsOfTenant(pool, 'idempotency_record', tenant)).filter(
    ({ operation }) => operation === 'approveSettlement',
  );
  const groups = new Map<string, Map<unknown, Row[]>>();
  for (const [table, key] of Object.entries(KEYS)) {
    const bySettlement = new Map<unknown, Row[]>();
    for (const row of await rowsOfTenant(pool, table, tenant)) {
      const own = bySettlement.get(row[key]) ?? [];
      bySettlement.set(row[key], [...own, row]);
    }
    groups.set(table, bySettlement);
  }
  const settlements = [...(groups.get('settlement')?.keys() ?? [])];
  return settlements.map((id, index) => {
    const record = records[index];
    const sets = Object.keys(KEYS).map((table) => [table, groups.get(table)?.get(id) ?? []] as const);
    return new Map<string, readonly Row[]>([['idempotency_record', record === undefined ? [] : [record]], ...sets]);
  });
}
