import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import type { CasesInBulk } from '../../complaint-case/model/cases-in-bulk.repository';
import type { CaseChange } from '../../complaint-case/model/complaint-case.repository';
import { courseOf } from '../../complaint-case/model/course.model';
import type { FallingDue } from '../model/falling-due.repository';
import { overdueNoticed } from '../model/overdue-papers.model';
import { inBatches, type BatchWork, type Stuck } from './case-batches.handler';

export interface TimeDependencies {
  readonly database: Database;
  readonly bulk: CasesInBulk;
  readonly fallingDue: FallingDue;
  readonly plans: CasePlans;
  readonly clock: Clock;
  readonly newId: () => string;
}

const CASES_AT_ONCE = 600;

/**
 * Notices the clocks that ran out, the earliest first, and answers of how many cases. However many processes do it at
 * once, each clock is noticed once: cases are locked before their clocks are looked at again.
 */
export async function noticeOverdue(dependencies: TimeDependencies, stuck: Stuck): Promise<number> {
  const now = dependencies.clock.now();
  const look = { now, limit: CASES_AT_ONCE, except: stuck.cases };
  const fallen = await dependencies.fallingDue.cases(look);
  await inBatches(dependencies.database, fallen, stuck, noticing(dependencies, now));
  return fallen.length;
}

function noticing({ bulk, fallingDue, plans, newId }: TimeDependencies, now: Date): BatchWork {
  return async (tx, caseIds) => {
    const cases = await bulk.find(tx, caseIds);
    const unnoticed = await fallingDue.unnoticed(tx, caseIds, now);
    const changes: CaseChange[] = [];
    for (const current of cases) {
      const clocks = current.clocks.filter(({ id }) => unnoticed.has(id));
      if (clocks.length === 0) continue;
      const plan = await plans.of(tx, current.adoptionId);
      const course = overdueNoticed(courseOf(current), clocks, { now, newId, plan });
      changes.push({ before: current, course, plan });
    }
    if (changes.length > 0) await bulk.save(tx, changes);
  };
}
