import { archivedAtClosing } from '../../archive/model/archived-at-closing.model';
import type { ComplaintCase, CaseOutcome } from './case.model';
import type { CaseClosed } from './facts/closing.events';
import { outstandingRemedies } from './outstanding-remedies.model';
import { consequencesOf } from '../../validity/model/consequences.model';
import { delaysInquired } from '../../overdue/model/overdue-papers.model';
import { take, type Course, type DecisionContext } from './course.model';

/** Whether every stage was finished by its due date and none is overdue at the moment; undefined without clocks. */
export function keptInTime(current: ComplaintCase, now: Date): boolean | undefined {
  const measured = current.clocks.filter(({ state }) => state !== 'DISCONTINUED');
  if (measured.length === 0) return undefined;
  return measured.every((clock) => (clock.stoppedAt ?? now).getTime() <= clock.due.dueAt.getTime());
}

/** Closes the course. */
export function closed(course: Course, outcome: CaseOutcome, by: string, context: DecisionContext): Course {
  const { firstReplyAt } = course.case;
  const inTime = keptInTime(course.case, context.now);
  const fact: CaseClosed = {
    type: 'CASE_CLOSED',
    at: context.now,
    by,
    outcome,
    ...(inTime === undefined ? {} : { inTime }),
    ...(firstReplyAt === undefined ? {} : { firstReplyAt }),
  };
  const ended = collected(take(course, fact, context), by, context);
  return archivedAtClosing(delaysInquired(ended, context), by, context);
}

/** Finance collects at the normal term, where the regulation says so of a complaint that is not established. */
function collected(course: Course, by: string, context: DecisionContext): Course {
  const { outcome, validity } = course.case;
  const follows = consequencesOf(context.plan, validity).includes('NORMAL_COLLECTION');
  return outcome === 'NOT_ESTABLISHED' && follows
    ? take(course, { type: 'COLLECTION_RESUMED', at: context.now, by }, context)
    : course;
}

/** When nothing is left to pay, the accepted resolution is executed and the case closed; otherwise the course stays. */
export function executedIfComplete(course: Course, by: string, context: DecisionContext): Course {
  const { resolution } = course.case;
  if (resolution === undefined || outstandingRemedies(course.case).length > 0) return course;
  const executed = take(
    course,
    { type: 'RESOLUTION_EXECUTED', at: context.now, by, resolutionId: resolution.id },
    context,
  );
  return closed(executed, 'RESOLVED', by, context);
}
