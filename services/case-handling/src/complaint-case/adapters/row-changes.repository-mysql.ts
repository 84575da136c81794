import type { TenantTransaction } from '@redress/persistence';
import type { RowChange } from '../model/fact.model';

/** What the facts of one case leave beside its own row. */
export interface RowsOfCase {
  readonly caseId: string;
  readonly changes: readonly RowChange[];
}

type RowUpdate = Extract<RowChange, { readonly update: string }>;

/**
 * Stores what facts leave beside the rows of their cases: updates one by one, inserts at commit, a statement for each
 * table. Tables and columns are names of this code, never of a request.
 */
export async function storeRows(tx: TenantTransaction, cases: readonly RowsOfCase[]): Promise<void> {
  for (const { caseId, changes } of cases) {
    for (const change of changes) {
      if ('update' in change) await tx.execute(...updateStatement(caseId, change));
    }
  }
  insertRows(tx, cases);
}

/** The same with the updates at commit too, for cases that the transaction has locked. */
export function storeRowsAtCommit(tx: TenantTransaction, cases: readonly RowsOfCase[]): void {
  for (const { caseId, changes } of cases) {
    for (const change of changes) {
      if ('update' in change) tx.executeAtCommit(...updateStatement(caseId, change));
    }
  }
  insertRows(tx, cases);
}

function insertRows(tx: TenantTransaction, cases: readonly RowsOfCase[]): void {
  const inserts = new Map<string, Record<string, unknown>[]>();
  for (const { caseId, changes } of cases) {
    for (const change of changes) {
      if ('update' in change) continue;
      const rows = inserts.get(change.insert) ?? [];
      for (const row of change.rows) rows.push({ case_id: caseId, ...row });
      inserts.set(change.insert, rows);
    }
  }
  for (const [table, rows] of inserts) if (rows.length > 0) tx.insertAtCommit(table, rows);
}

function updateStatement(caseId: string, { update, key, set }: RowUpdate): [string, Record<string, unknown>] {
  const assignments = Object.keys(set).map((column) => `r.${column} = :set_${column}`);
  const conditions = Object.keys(key).map((column) => `AND r.${column} = :key_${column}`);
  return [
    `UPDATE ${update} r SET ${assignments.join(', ')}
     WHERE r.tenant_id = :tenantId AND r.case_id = :caseId ${conditions.join(' ')}`,
    { caseId, ...prefixed('set', set), ...prefixed('key', key) },
  ];
}

function prefixed(prefix: string, columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([column, value]) => [`${prefix}_${column}`, value]));
}
