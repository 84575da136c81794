import { accept, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { closed, executedIfComplete } from '../model/closing.model';
import { courseOf, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { CLOSING_ACTION, type PersonalOutcome } from './close-case.command';

/** Ends the case. */
export function decideClosing(
  situation: Situation,
  { outcome }: { readonly outcome: PersonalOutcome },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted(CLOSING_ACTION[outcome], situation);
  if (!permission.ok) return permission;
  const course = courseOf(situation.case);
  const by = situation.actor.subject;
  return accept(
    outcome === 'RESOLVED' ? executedIfComplete(course, by, context) : closed(course, outcome, by, context),
  );
}
