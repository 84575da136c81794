import type { SystemSession } from '@redress/persistence';
import type { FallingDue, Look, TimedCase } from '../model/falling-due.repository';

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

/** What falls due in MySQL. */
export function mysqlFallingDue(system: SystemSession): FallingDue {
  return {
    cases: (look) => read(system, FALLEN_DUE, look),
    levelChecks: (look) => read(system, LEVEL_CHECKS, look),

    async unnoticed(tx, caseIds, now) {
      const rows = await tx.query<{ id: string }>(UNNOTICED, { caseIds, now });
      return new Set(rows.map(({ id }) => id));
    },
  };
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
