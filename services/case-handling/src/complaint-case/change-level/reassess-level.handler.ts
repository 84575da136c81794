import type { Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { CasePlans } from '../model/case-plans.repository';
import type { ComplaintCaseRepository } from '../model/complaint-case.repository';
import { courseOf, followed } from '../model/course.model';

export interface ReassessLevelDependencies {
  readonly cases: ComplaintCaseRepository;
  readonly plans: CasePlans;
  readonly clock: Clock;
  readonly newId: () => string;
}

const BY = 'system:case-handling';

/**
 * Gives a case the level, and the clocks, that its facts ask for at this moment; for triggers that rest on the passing
 * of time. Answers whether anything has changed.
 */
export async function reassessLevel(
  { cases, plans, clock, newId }: ReassessLevelDependencies,
  tx: TenantTransaction,
  caseId: string,
): Promise<boolean> {
  const current = await cases.find(tx, caseId);
  if (current === undefined || current.state === 'CLOSED') return false;
  const plan = await plans.of(tx, current.adoptionId);
  const now = clock.now();
  const course = followed(courseOf(current), { at: now, by: BY }, { now, newId, plan });
  await cases.save(tx, { before: current, course, plan });
  return course.facts.length > 0;
}
