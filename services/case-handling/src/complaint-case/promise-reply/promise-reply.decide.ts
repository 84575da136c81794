import { accept, refuse, type Outcome } from '@redress/kernel';
import { workingTimeOf, type DueDate } from '@redress/regulations';
import type { LaterFact } from '../../case-facts.model';
import type { CasePlan } from '../model/case-plan.model';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';

const STAGE = 'promised-reply';

/** Promises a date for the answer; its clock stops with the answer. A later promise takes the place of an earlier one. */
export function decidePromise(
  situation: Situation,
  { dueAt }: { readonly dueAt: Date },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('PROMISE_REPLY', situation);
  if (!permission.ok) return permission;
  const { case: current, actor, plan } = situation;
  const { now } = context;
  if (dueAt.getTime() <= now.getTime()) return refuse({ code: 'CASE_DATE_NOT_LATER', path: ['input', 'dueAt'] });
  const by = { at: now, by: actor.subject };
  const earlier = current.clocks.filter(({ stage, state }) => stage === STAGE && state === 'RUNNING');
  const clock = {
    clockId: context.newId(),
    stage: STAGE,
    kind: 'ANSWER',
    startedAt: now,
    due: promised(dueAt, plan),
  } as const;
  const facts: LaterFact[] = [
    { type: 'REPLY_PROMISED', ...by, dueAt },
    ...earlier.map(({ id }): LaterFact => ({ type: 'CLOCK_DISCONTINUED', ...by, clockId: id, stage: STAGE })),
    { type: 'CLOCK_STARTED', ...by, clock },
  ];
  return accept(facts.reduce((course, fact) => take(course, fact, context), courseOf(current)));
}

/** A date that was promised is not counted from anything. */
function promised(dueAt: Date, plan: CasePlan | undefined): DueDate {
  const time = plan === undefined ? undefined : workingTimeOf(plan.settings);
  return {
    dueAt,
    timeZone: time?.timeZone ?? 'UTC',
    calendar: { id: time?.calendar.id ?? 'none', version: time?.calendar.version ?? '0' },
    counted: [],
    skipped: [],
    unannouncedYears: [],
  };
}
