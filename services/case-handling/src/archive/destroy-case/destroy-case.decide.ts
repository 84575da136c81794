import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { fileOf } from '../model/archive.model';

/** The first of two persons proposes to destroy a file whose time is over. */
export function decideDestructionProposal(
  situation: Situation,
  { reason }: { readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('PROPOSE_DESTRUCTION', situation);
  if (!permission.ok) return permission;
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const cause = { at: context.now, by: situation.actor.subject };
  return accept(take(courseOf(situation.case), { type: 'DESTRUCTION_PROPOSED', ...cause, reason }, context));
}

/** The second person destroys it: the texts are removed, figures and dates remain. */
export function decideDestruction(situation: Situation, context: DecisionContext): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('CONFIRM_DESTRUCTION', situation);
  if (!permission.ok) return permission;
  const proposedBy = fileOf(situation.case)?.proposedBy;
  if (proposedBy === undefined) return refuse({ code: 'CASE_DESTRUCTION_NOT_PROPOSED' });
  const cause = { at: context.now, by: situation.actor.subject };
  return accept(take(courseOf(situation.case), { type: 'CASE_DESTROYED', ...cause, proposedBy }, context));
}
