import type { TenantTransaction } from '@redress/persistence';
import { caseMachine } from '../model/case.transitions';
import { closed } from '../model/closing.model';
import { courseOf } from '../model/course.model';
import type { FollowComplaintDependencies } from './follow-complaint.handler';

/**
 * Ends the case of a complaint that was forwarded to whom it concerns (IN-14). A case that has come to a decision already
 * is decided here, so it goes on. A complaint without a case is a bug, and throws.
 */
export async function followForwarding(
  { cases, plans, clock, newId }: FollowComplaintDependencies,
  tx: TenantTransaction,
  complaintId: string,
  by: string,
): Promise<void> {
  const before = await cases.findByComplaint(tx, complaintId);
  if (before === undefined) throw new Error(`complaint ${complaintId} has no case`);
  if (caseMachine.next(before.state, 'CLOSE_AS_FORWARDED') === undefined) return;
  const plan = await plans.of(tx, before.adoptionId);
  const course = closed(courseOf(before), 'FORWARDED', by, { now: clock.now(), newId, plan });
  await cases.save(tx, { before, course, plan });
}
