import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { eightDOf } from '../../eight-d/model/eight-d.model';
import { leadsTo, type FollowUp } from '../model/follow-up.model';
import { unfitFollowUp } from '../model/follow-up.rules';

/** Notes what the complainant said, and, where the regulation asks for it, begins another round of handling. */
export function decideFollowUp(
  situation: Situation,
  followUp: FollowUp,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('RECORD_FOLLOW_UP', situation);
  if (!permission.ok) return permission;
  const [first, ...others] = unfitFollowUp(situation.plan, followUp, context.now);
  if (first !== undefined) return refuse(first, ...others);
  const { actor, case: current, plan } = situation;
  const cause = { at: context.now, by: actor.subject };
  const leads = leadsTo(plan, followUp);
  const recorded = take(
    courseOf(current),
    { type: 'FOLLOW_UP_RECORDED', ...cause, followUpId: context.newId(), followUp, leadsTo: leads },
    context,
  );
  const isReopened = leads === 'REOPENING' || leads === 'REMEDIAL_MEASURES';
  if (!isReopened || recorded.case.state !== 'CLOSED') return accept(recorded);
  const reopened = {
    type: 'CASE_REOPENED',
    ...cause,
    further: leads === 'REMEDIAL_MEASURES',
    roundId: context.newId(),
    round: current.round + 1,
    reason: followUp.note ?? followUp.suggestions ?? '',
    ...present({ reportId: eightDOf(current)?.id }),
  } as const;
  return accept(take(recorded, reopened, context));
}
