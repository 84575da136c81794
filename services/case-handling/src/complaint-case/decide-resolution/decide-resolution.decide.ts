import { accept, refuse, type Outcome } from '@redress/kernel';
import type { LaterFact } from '../../case-facts.model';
import { isEndorsement } from '../model/authority.rules';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { unfitText } from '../model/written-text.rules';

/** Somebody approves the proposal: one of several, or, with the authority for it, the last. */
export function decideApproval(situation: Situation, context: DecisionContext): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('APPROVE_RESOLUTION', situation);
  if (!permission.ok) return permission;
  const approval: LaterFact = isEndorsement(situation)
    ? { type: 'RESOLUTION_ENDORSED', ...onProposal(situation, context) }
    : { type: 'RESOLUTION_APPROVED', ...onProposal(situation, context), holders: holdersOf(situation) };
  return accept(take(courseOf(situation.case), approval, context));
}

/** Somebody with the authority for it sends the proposal back, and says why. */
export function decideRejection(
  situation: Situation,
  { reason }: { readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('REJECT_RESOLUTION', situation);
  if (!permission.ok) return permission;
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const fact: LaterFact = { type: 'RESOLUTION_REJECTED', ...onProposal(situation, context), reason };
  return accept(take(courseOf(situation.case), fact, context));
}

function onProposal({ actor, case: { resolution } }: Situation, { now }: DecisionContext) {
  if (resolution === undefined) throw new Error('a permitted decision has a proposal');
  return { at: now, by: actor.subject, resolutionId: resolution.id };
}

/** Finance looks at the authority for the sum again, when it is known what else was given for the harm. */
function holdersOf({ actor: { roles, parties = [] } }: Situation): readonly string[] {
  return [...new Set([...roles, ...parties])];
}
