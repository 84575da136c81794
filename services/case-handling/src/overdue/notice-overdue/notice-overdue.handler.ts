import type { Clock } from '@redress/kernel';
import type { Database, TenantTransaction } from '@redress/persistence';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import type { ComplaintCaseRepository } from '../../complaint-case/model/complaint-case.repository';
import { courseOf } from '../../complaint-case/model/course.model';
import { overdueNoticed } from '../model/overdue-papers.model';
import { readFallenDue, readUnnoticed, type FallenDue } from './falling-due.query';

export interface OverdueDependencies {
  readonly database: Database;
  readonly cases: ComplaintCaseRepository;
  readonly plans: CasePlans;
  readonly clock: Clock;
  readonly newId: () => string;
}

const CASES_AT_ONCE = 400;
const CASES_A_TRANSACTION = 20;
const TRANSACTIONS_AT_ONCE = 4;

/**
 * Notices the clocks that ran out, the earliest first, and answers of how many cases. However many processes do it at
 * once, each clock is noticed once: a case is locked before its clocks are looked at again.
 */
export async function noticeOverdue(dependencies: OverdueDependencies): Promise<number> {
  const now = dependencies.clock.now();
  const fallen = await readFallenDue(dependencies.database.system, now, CASES_AT_ONCE);
  const batches = batchesOf(fallen);
  const take = async (): Promise<void> => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      await noticeBatch(dependencies, batch, now);
    }
  };
  await Promise.all(Array.from({ length: TRANSACTIONS_AT_ONCE }, take));
  return fallen.length;
}

interface Batch {
  readonly tenantId: string;
  readonly caseIds: readonly string[];
}

/** Cases of one tenant, in the order of their ids, so that two processes never wait for each other in a circle. */
function batchesOf(fallen: readonly FallenDue[]): Batch[] {
  const byTenant = new Map<string, string[]>();
  for (const { tenantId, caseId } of fallen) byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), caseId]);
  return [...byTenant].flatMap(([tenantId, caseIds]) => {
    const ordered = [...caseIds].sort();
    return Array.from({ length: Math.ceil(ordered.length / CASES_A_TRANSACTION) }, (_, index) => ({
      tenantId,
      caseIds: ordered.slice(index * CASES_A_TRANSACTION, (index + 1) * CASES_A_TRANSACTION),
    }));
  });
}

function noticeBatch(dependencies: OverdueDependencies, { tenantId, caseIds }: Batch, now: Date): Promise<void> {
  return dependencies.database.transaction(tenantId, async (tx) => {
    for (const caseId of caseIds) await noticeCase(dependencies, tx, caseId, now);
  });
}

async function noticeCase(
  { cases, plans, newId }: OverdueDependencies,
  tx: TenantTransaction,
  caseId: string,
  now: Date,
): Promise<void> {
  const current = await cases.find(tx, caseId);
  if (current === undefined) return;
  const unnoticed = await readUnnoticed(tx, caseId, now);
  const clocks = current.clocks.filter(({ id }) => unnoticed.has(id));
  if (clocks.length === 0) return;
  const plan = await plans.of(tx, current.adoptionId);
  const course = overdueNoticed(courseOf(current), clocks, { now, newId, plan });
  await cases.save(tx, { before: current, course, plan });
}
