import type { CaseChange } from '../../complaint-case/model/complaint-case.repository';
import { courseOf, followed } from '../../complaint-case/model/course.model';
import { levelCheckAt } from '../../complaint-case/model/level-check.model';
import { inBatches, type BatchWork, type Stuck } from './case-batches.handler';
import type { TimeDependencies } from './notice-overdue.handler';

const BY = 'system:case-handling';
const CASES_AT_ONCE = 600;

/**
 * Gives the cases whose time has come the level, and the clocks, that their facts ask for at this moment; answers how
 * many it looked at. Each has noted when time alone can change it, so no other case is looked at.
 */
export async function checkLevels(dependencies: TimeDependencies, stuck: Stuck): Promise<number> {
  const now = dependencies.clock.now();
  const due = await dependencies.fallingDue.levelChecks({ now, limit: CASES_AT_ONCE, except: stuck.cases });
  await inBatches(dependencies.database, due, stuck, checking(dependencies, now));
  return due.length;
}

function checking({ bulk, plans, newId }: TimeDependencies, now: Date): BatchWork {
  return async (tx, caseIds) => {
    const changes: CaseChange[] = [];
    for (const current of await bulk.find(tx, caseIds)) {
      const plan = await plans.of(tx, current.adoptionId);
      const open = current.state !== 'CLOSED';
      const course = courseOf(current);
      const checked = open ? followed(course, { at: now, by: BY }, { now, newId, plan }) : course;
      if (checked.facts.length > 0) changes.push({ before: current, course: checked, plan });
      else bulk.noteLevelCheck(tx, current.id, levelCheckAt(current, plan, now));
    }
    if (changes.length > 0) await bulk.save(tx, changes);
  };
}
