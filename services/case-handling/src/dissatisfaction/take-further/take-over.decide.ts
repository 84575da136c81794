import { accept, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';

/** A superior, to whom the case was handed, handles it from now on. */
export function decideTakingOver(situation: Situation, context: DecisionContext): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('TAKE_OVER', situation);
  if (!permission.ok) return permission;
  const { case: current, actor } = situation;
  return accept(take(courseOf(current), { type: 'CASE_TAKEN_OVER', at: context.now, by: actor.subject }, context));
}
