import { accept, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import type { Situation } from '../model/case.rules';

/** The complaint is taken on for handling. */
export function decideAcceptance(situation: Situation, context: DecisionContext): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('ACCEPT_CASE', situation);
  if (!permission.ok) return permission;
  const by = situation.actor.subject;
  return accept(take(courseOf(situation.case), { type: 'CASE_ACCEPTED', at: context.now, by }, context));
}
