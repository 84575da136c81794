import { accept, refuse, type Outcome } from '@redress/kernel';
import type { StaffMember } from '../../staff/model/staff-member.model';
import type { CaseRefusalCode } from '../model/case.errors';
import type { CaseRefusal, Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { performersOf } from '../model/case-actions.rules';
import { performsAs } from '../model/performs.model';
import { unfitToBeRouted } from '../../routing/model/assignee.rules';
import { permitted } from '../model/permitted.model';

/** Makes a registered member of staff responsible for the case. */
export function decideAssignment(
  situation: Situation,
  assignee: StaffMember | undefined,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('ASSIGN_CASE', situation);
  if (!permission.ok) return permission;
  const refusal = unfitAssignee(situation, assignee);
  if (refusal !== undefined || assignee === undefined) {
    return refuse({ path: ['input', 'assignee'], ...(refusal ?? { code: 'CASE_ASSIGNEE_UNKNOWN' }) });
  }
  return accept(
    take(
      courseOf(situation.case),
      {
        type: 'CASE_ASSIGNED',
        at: context.now,
        by: situation.actor.subject,
        assignee: assignee.subject,
        ...(assignee.unitId === undefined ? {} : { unitId: assignee.unitId }),
      },
      context,
    ),
  );
}

/** Only somebody who is registered, at work, and may investigate under the regulation can be given a case. */
export function unfitAssignee(situation: Situation, assignee: StaffMember | undefined): CaseRefusal | undefined {
  if (assignee === undefined) return { code: 'CASE_ASSIGNEE_UNKNOWN' };
  if (!assignee.active) return { code: 'CASE_ASSIGNEE_INACTIVE' };
  const unfit = unfitToBeRouted(situation, assignee);
  if (unfit !== undefined) return unfit;
  const investigators = performersOf('RECORD_INVESTIGATION', situation);
  if (performsAs(assignee, situation.plan, investigators)) return undefined;
  return { code: 'CASE_ASSIGNEE_NOT_HANDLER', details: { allowed: investigators } };
}
