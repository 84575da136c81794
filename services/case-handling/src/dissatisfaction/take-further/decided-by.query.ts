import type { TenantReader } from '@redress/persistence';

const DECIDED_BY = `
  SELECT DISTINCT r.decided_by AS subject FROM resolution r
  WHERE r.tenant_id = :tenantId AND r.case_id = :caseId AND r.decided_by IS NOT NULL`;

/** Everyone who approved a resolution of the case, or sent one back. */
export async function readDecidedBy(tx: TenantReader, caseId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ subject: string }>(DECIDED_BY, { caseId });
  return rows.map(({ subject }) => subject);
}
