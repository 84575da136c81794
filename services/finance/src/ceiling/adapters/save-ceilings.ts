import type { TenantTransaction } from '@redress/persistence';
import type { Ceiling } from '../model/ceiling.model';
import { toCeilingRow } from './ceiling.row';

const CHANGING = ['limit_minor', 'reserved_minor', 'settled_minor', 'reserved_quantity', 'settled_quantity'] as const;

/** Stores what changed of locked ceilings in one statement. Throws when one does not exist. */
export async function saveCeilings(tx: TenantTransaction, ceilings: readonly Ceiling[]): Promise<void> {
  if (ceilings.length === 0) return;
  const rows = ceilings.map(toCeilingRow);
  const params: Record<string, bigint | string | readonly string[]> = { ids: rows.map(({ id }) => id) };
  for (const [index, row] of rows.entries()) {
    params[`id${index}`] = row.id;
    for (const column of CHANGING) params[`${column}_${index}`] = row[column];
  }
  const assignments = CHANGING.map((column) => {
    const cases = rows.map((_, index) => `WHEN :id${index} THEN :${column}_${index}`);
    return `c.${column} = CASE c.id ${cases.join(' ')} END`;
  });
  const { affectedRows } = await tx.execute(
    `UPDATE ceiling c SET ${assignments.join(', ')} WHERE c.tenant_id = :tenantId AND c.id IN (:ids)`,
    params,
  );
  if (affectedRows !== ceilings.length) throw new Error('there is no such ceiling');
}
