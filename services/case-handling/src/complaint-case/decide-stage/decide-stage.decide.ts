import { accept, refuse, type Outcome } from '@redress/kernel';
import type { LaterFact } from '../../case-facts.model';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { awaitingApproval, nextApproval } from '../model/stage-approval.rules';
import { unfitText } from '../model/written-text.rules';

/** Somebody whom the regulation names next approves what a stage produced. */
export function decideStageApproval(
  situation: Situation,
  { stage }: { readonly stage: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const on = { ...situation, stage };
  const permission = permitted('APPROVE_STAGE', on);
  if (!permission.ok) return permission;
  const state = awaitingApproval(on).find(({ planned }) => planned.stage === stage);
  if (state === undefined) throw new Error('a permitted approval has a stage');
  const last = nextApproval(state, on)?.isLast ?? true;
  const beforeAct = state.state !== 'SUBMITTED';
  const fact: LaterFact = { type: 'STAGE_APPROVED', ...by(situation, context), stage, last, beforeAct };
  return accept(take(courseOf(situation.case), fact, context));
}

/** Sends back what a stage produced; a proposal falls with it. */
export function decideStageReturn(
  situation: Situation,
  { stage, reason }: { readonly stage: string; readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('RETURN_STAGE', { ...situation, stage });
  if (!permission.ok) return permission;
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const { case: current, plan } = situation;
  const returned = take(
    courseOf(current),
    { type: 'STAGE_RETURNED', ...by(situation, context), stage, paperId: context.newId(), reason },
    context,
  );
  const isProposal = plan?.stages.some((each) => each.stage === stage && each.kind === 'PROPOSAL') === true;
  const { resolution } = current;
  if (!isProposal || resolution?.state !== 'PROPOSED') return accept(returned);
  const rejected = {
    type: 'RESOLUTION_REJECTED',
    ...by(situation, context),
    resolutionId: resolution.id,
    reason,
  } as const;
  return accept(take(returned, rejected, context));
}

/** Leaves out a stage that the regulation leaves to its performers. */
export function decideSkipping(
  situation: Situation,
  { stage, reason }: { readonly stage: string; readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('SKIP_STAGE', { ...situation, stage });
  if (!permission.ok) return permission;
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const fact: LaterFact = { type: 'STAGE_SKIPPED', ...by(situation, context), stage, paperId: context.newId(), reason };
  return accept(take(courseOf(situation.case), fact, context));
}

function by({ actor }: Situation, { now }: DecisionContext) {
  return { at: now, by: actor.subject };
}
