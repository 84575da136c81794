import { accept, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { CaseOutcome } from '../model/case.model';
import type { Situation } from '../model/case.rules';
import type { PersonalAction } from '../model/case.transitions';
import { closed, executedIfComplete } from '../model/closing.model';
import { courseOf, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';

/** The outcomes that a person may close a case with. */
export type PersonalOutcome = Exclude<CaseOutcome, 'IMPORTED'>;

const ACTION: Readonly<Record<PersonalOutcome, PersonalAction>> = {
  RESOLVED: 'CLOSE_AS_RESOLVED',
  NOT_ESTABLISHED: 'CLOSE_AS_NOT_ESTABLISHED',
  WITHDRAWN: 'CLOSE_AS_WITHDRAWN',
};

/** Ends the case. */
export function decideClosing(
  situation: Situation,
  { outcome }: { readonly outcome: PersonalOutcome },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted(ACTION[outcome], situation);
  if (!permission.ok) return permission;
  const course = courseOf(situation.case);
  const by = situation.actor.subject;
  return accept(
    outcome === 'RESOLVED' ? executedIfComplete(course, by, context) : closed(course, outcome, by, context),
  );
}
