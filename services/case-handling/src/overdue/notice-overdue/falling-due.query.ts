import type { SystemSession, TenantReader } from '@redress/persistence';

/** A case that time has changed without anybody having noticed. */
export interface TimedCase {
  readonly tenantId: string;
  readonly caseId: string;
}

/** Which cases to look for: what is due at a moment, the earliest first, but for some that cannot be dealt with. */
export interface Look {
  readonly now: Date;
  readonly limit: number;
  readonly except: ReadonlySet<string>;
}

// Over all tenants, along an index in which clocks that nobody has noticed yet lie together.
const FALLEN_DUE = (except: string) => `
  SELECT k.tenant_id AS tenantId, k.case_id AS caseId FROM stage_clock k
  WHERE k.overdue_noticed_at IS NULL AND k.state = 'RUNNING' AND k.due_at < :now ${except}
  ORDER BY k.due_at LIMIT :limit`;
const LEVEL_CHECKS = (except: string) => `
  SELECT k.tenant_id AS tenantId, k.id AS caseId FROM complaint_case k
  WHERE k.level_check_at <= :now ${except.replace('k.case_id', 'k.id')}
  ORDER BY k.level_check_at LIMIT :limit`;
const UNNOTICED = `
  SELECT k.id FROM stage_clock k
  WHERE k.tenant_id = :tenantId AND k.case_id IN (:caseIds) AND k.overdue_noticed_at IS NULL AND k.state = 'RUNNING'
    AND k.due_at < :now`;

/** The cases whose clocks ran out first, each once. */
export function readFallenDue(system: SystemSession, look: Look): Promise<TimedCase[]> {
  return read(system, FALLEN_DUE, look);
}

/** The cases whose level time alone may have changed. */
export function readLevelChecks(system: SystemSession, look: Look): Promise<TimedCase[]> {
  return read(system, LEVEL_CHECKS, look);
}

/** The clocks of cases that ran out unnoticed. */
export async function readUnnoticed(
  tx: TenantReader,
  caseIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(UNNOTICED, { caseIds, now });
  return new Set(rows.map(({ id }) => id));
}

async function read(
  system: SystemSession,
  statement: (except: string) => string,
  { now, limit, except }: Look,
): Promise<TimedCase[]> {
  const sql = statement(except.size === 0 ? '' : 'AND k.case_id NOT IN (:except)');
  const params = { now, limit, ...(except.size === 0 ? {} : { except: [...except] }) };
  const rows = await system.query<TimedCase>(sql, params);
  return [...new Map(rows.map((row) => [`${row.tenantId} ${row.caseId}`, row])).values()];
}
