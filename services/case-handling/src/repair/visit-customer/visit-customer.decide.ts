import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { visitsOf } from '../model/repair-visit.model';

/** Plans a visit of a colleague who is registered. */
export function decideVisit(
  situation: Situation,
  visit: { readonly engineer: string; readonly visitAt: Date; readonly fault: string },
  { engineerIsStaff, context }: { readonly engineerIsStaff: boolean; readonly context: DecisionContext },
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('PLAN_REPAIR_VISIT', situation);
  if (!permission.ok) return permission;
  if (!engineerIsStaff) return refuse({ code: 'CASE_ASSIGNEE_UNKNOWN', path: ['input', 'engineer'] });
  if (visit.visitAt <= context.now) return refuse({ code: 'CASE_DATE_NOT_LATER', path: ['input', 'visitAt'] });
  const unfit = unfitText(visit.fault, 'fault');
  if (unfit !== undefined) return refuse(unfit);
  const cause = { at: context.now, by: situation.actor.subject };
  const fact = { type: 'REPAIR_VISIT_PLANNED', ...cause, visitId: context.newId(), ...visit } as const;
  return accept(take(courseOf(situation.case), fact, context));
}

/** Notes what the engineer did. */
export function decideWorkDone(
  situation: Situation,
  work: { readonly visitId: string; readonly repaired: boolean; readonly workDone: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('RECORD_REPAIR_VISIT', situation);
  if (!permission.ok) return permission;
  const { case: current, actor } = situation;
  if (!visitsOf(current).some(({ id, state }) => id === work.visitId && state === 'PLANNED')) {
    return refuse({ code: 'CASE_VISIT_UNKNOWN', path: ['input', 'visitId'] });
  }
  const unfit = unfitText(work.workDone, 'workDone');
  if (unfit !== undefined) return refuse(unfit);
  const fact = { type: 'REPAIR_VISIT_CARRIED_OUT', at: context.now, by: actor.subject, ...work } as const;
  return accept(take(courseOf(current), fact, context));
}

/** Notes whether the customer says that the fault is solved. */
export function decideSolved(
  situation: Situation,
  answer: { readonly visitId: string; readonly solved: boolean },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('CONFIRM_REPAIR', situation);
  if (!permission.ok) return permission;
  const { case: current, actor } = situation;
  if (!visitsOf(current).some(({ id, state }) => id === answer.visitId && state === 'CARRIED_OUT')) {
    return refuse({ code: 'CASE_VISIT_UNKNOWN', path: ['input', 'visitId'] });
  }
  const fact = { type: 'REPAIR_CONFIRMED', at: context.now, by: actor.subject, ...answer } as const;
  return accept(take(courseOf(current), fact, context));
}
