import type { Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { LaterFact } from '../../case-facts.model';
import type { CasePlan } from '../model/case-plan.model';
import type { CasePlans } from '../model/case-plans.repository';
import type { ComplaintCase } from '../model/case.model';
import type { ComplaintCaseRepository } from '../model/complaint-case.repository';
import { courseOf, take } from '../model/course.model';

export interface FollowComplaintDependencies {
  readonly cases: ComplaintCaseRepository;
  readonly plans: CasePlans;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Lets the case know what became of its complaint. A complaint without a case is a bug, and throws. */
export async function followComplaint(
  { cases, plans, clock, newId }: FollowComplaintDependencies,
  tx: TenantTransaction,
  complaintId: string,
  factOf: (current: ComplaintCase, plan: CasePlan | undefined) => LaterFact,
): Promise<void> {
  const current = await cases.findByComplaint(tx, complaintId);
  if (current === undefined) throw new Error(`complaint ${complaintId} has no case`);
  const plan = await plans.of(tx, current.adoptionId);
  const course = take(courseOf(current), factOf(current, plan), { now: clock.now(), newId, plan });
  await cases.save(tx, { before: current, course, plan });
}
