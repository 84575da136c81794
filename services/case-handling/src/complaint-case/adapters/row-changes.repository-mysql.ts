import type { TenantTransaction } from '@redress/persistence';
import type { RowChange } from '../model/fact.model';

/** What the facts of one case leave beside its own row. */
export interface RowsOfCase {
  readonly caseId: string;
  readonly changes: readonly RowChange[];
}

/**
 * Stores what facts leave beside the rows of their cases: updates one by one, inserts at commit, a statement for each
 * table. Tables and columns are names of this code, never of a request.
 */
export async function storeRows(tx: TenantTransaction, cases: readonly RowsOfCase[]): Promise<void> {
  const inserts = new Map<string, Record<string, unknown>[]>();
  for (const { caseId, changes } of cases) {
    for (const change of changes) {
      if ('update' in change) await updateRows(tx, caseId, change);
      else {
        const rows = change.rows.map((row) => ({ case_id: caseId, ...row }));
        inserts.set(change.insert, [...(inserts.get(change.insert) ?? []), ...rows]);
      }
    }
  }
  for (const [table, rows] of inserts) if (rows.length > 0) tx.insertAtCommit(table, rows);
}

async function updateRows(
  tx: TenantTransaction,
  caseId: string,
  { update, key, set }: Extract<RowChange, { readonly update: string }>,
): Promise<void> {
  const assignments = Object.keys(set).map((column) => `r.${column} = :set_${column}`);
  const conditions = Object.keys(key).map((column) => `AND r.${column} = :key_${column}`);
  await tx.execute(
    `UPDATE ${update} r SET ${assignments.join(', ')}
     WHERE r.tenant_id = :tenantId AND r.case_id = :caseId ${conditions.join(' ')}`,
    { caseId, ...prefixed('set', set), ...prefixed('key', key) },
  );
}

function prefixed(prefix: string, columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([column, value]) => [`${prefix}_${column}`, value]));
}
