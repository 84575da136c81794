import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { unfitText } from '../model/written-text.rules';
import type { ProposeResolution } from './propose-resolution.command';
import { remedyOf, unfitRemedies } from './remedy.rules';

/** What the handler suggests to give; somebody with the authority decides on it. */
export function decideProposal(
  situation: Situation,
  { text, remedies }: ProposeResolution,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('PROPOSE_RESOLUTION', situation);
  if (!permission.ok) return permission;
  const unfit = unfitText(text, 'text');
  const [first, ...others] = [...(unfit === undefined ? [] : [unfit]), ...unfitRemedies(remedies)];
  if (first !== undefined) return refuse(first, ...others);
  const { case: current, actor } = situation;
  return accept(
    take(
      courseOf(current),
      {
        type: 'RESOLUTION_PROPOSED',
        at: context.now,
        by: actor.subject,
        resolutionId: context.newId(),
        position: current.resolutions + 1,
        text,
        remedies: remedies.map((remedy) => remedyOf(remedy, context.newId(), current.orderLine)),
      },
      context,
    ),
  );
}
