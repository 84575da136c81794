import type { SystemSession, TenantReader } from '@redress/persistence';

/** A case of which a clock has run out without anybody having noticed. */
export interface FallenDue {
  readonly tenantId: string;
  readonly caseId: string;
}

// Over all tenants, along an index that holds only clocks which nobody has noticed yet.
const FALLEN_DUE = `
  SELECT k.tenant_id AS tenantId, k.case_id AS caseId FROM stage_clock k
  WHERE k.overdue_noticed_at IS NULL AND k.state = 'RUNNING' AND k.due_at < :now
  ORDER BY k.due_at LIMIT :limit`;
const UNNOTICED = `
  SELECT k.id FROM stage_clock k
  WHERE k.tenant_id = :tenantId AND k.case_id = :caseId AND k.overdue_noticed_at IS NULL AND k.state = 'RUNNING'
    AND k.due_at < :now`;

/** The cases whose clocks ran out first, each once. */
export async function readFallenDue(system: SystemSession, now: Date, limit: number): Promise<FallenDue[]> {
  const rows = await system.query<FallenDue>(FALLEN_DUE, { now, limit });
  const byKey = new Map(rows.map((row) => [`${row.tenantId} ${row.caseId}`, row]));
  return [...byKey.values()];
}

/** The clocks of a case that ran out unnoticed. */
export async function readUnnoticed(tx: TenantReader, caseId: string, now: Date): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(UNNOTICED, { caseId, now });
  return new Set(rows.map(({ id }) => id));
}
