import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { openObjection } from '../model/department-objection.model';
import { departmentOf, isHeldResponsible } from '../model/department-objection.rules';

/** A department that was found responsible objects to it. */
export function decideObjecting(
  situation: Situation,
  { department, reason }: { readonly department: string; readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('OBJECT_AS_DEPARTMENT', situation);
  if (!permission.ok) return permission;
  const { actor, case: current } = situation;
  if (!isHeldResponsible(situation, department) || departmentOf(situation, department) === undefined) {
    return refuse({ code: 'CASE_NOT_YOUR_DEPARTMENT', path: ['input', 'department'] });
  }
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const origin = { at: context.now, by: actor.subject, objectionId: context.newId() };
  return accept(take(courseOf(current), { type: 'DEPARTMENT_OBJECTED', ...origin, department, reason }, context));
}

/** The superior upholds the objection, or not. */
export function decideOnObjection(
  situation: Situation,
  { uphold, reason }: { readonly uphold: boolean; readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('DECIDE_DEPARTMENT_OBJECTION', situation);
  if (!permission.ok) return permission;
  const { actor, case: current } = situation;
  const objection = openObjection(current);
  if (objection === undefined) return refuse({ code: 'CASE_DEPARTMENT_OBJECTION_UNKNOWN' });
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const origin = { at: context.now, by: actor.subject, objectionId: objection.id };
  return accept(
    take(courseOf(current), { type: 'DEPARTMENT_OBJECTION_DECIDED', ...origin, upheld: uphold, reason }, context),
  );
}
