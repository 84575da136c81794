import type { StageKind } from '@redress/regulations';
import { factsOfCase } from './case-facts-of.model';
import type { CaseRule, Situation } from './case.rules';
import { APPROVED_BEFORE } from './course-stages.model';
import { performsAs } from './performs.model';
import { approvalsOf, stageStates, type StageState } from './stage-states.model';

/** The approval that a stage waits for, with its place in the chain; undefined when it waits for none. */
export function nextApproval({ planned, record }: StageState, { plan, case: current, now }: Situation) {
  if (plan === undefined) return undefined;
  const chain = approvalsOf(plan, planned, factsOfCase(current, now));
  const given = record?.approvals.length ?? 0;
  const next = chain[given];
  return next === undefined ? undefined : { approvers: next.approvers, isLast: given === chain.length - 1 };
}

/** The stages that wait for an approval: after their act, or, where it cannot be taken back, before it. */
export function awaitingApproval(situation: Situation): readonly StageState[] {
  return stageStates(situation.plan, situation.case, situation.now).filter(
    (stage) =>
      (stage.state === 'SUBMITTED' || (stage.state === 'CURRENT' && APPROVED_BEFORE.has(stage.planned.kind))) &&
      nextApproval(stage, situation) !== undefined,
  );
}

/** Only whom the regulation names next in the chain, never the author, and nobody twice. */
export const approvesNext: CaseRule = (situation) => {
  const { actor, plan, stage } = situation;
  const state = awaitingApproval(situation).find(({ planned }) => planned.stage === stage);
  const next = state === undefined ? undefined : nextApproval(state, situation);
  if (state === undefined || next === undefined) return { code: 'CASE_STAGE_NOT_IN_TURN' };
  if (!performsAs(actor, plan, next.approvers)) return { code: 'CASE_ROLE_NOT_ENTITLED' };
  const { record } = state;
  const isOwn = record?.state === 'SUBMITTED' && record.by === actor.subject;
  return isOwn || record?.approvals.includes(actor.subject) === true ? { code: 'CASE_STAGE_OWN_WORK' } : undefined;
};

/** What the regulation has approved before the act, for example a written reply, is approved. */
export const approvalsGiven: CaseRule = (situation) => {
  const waiting = awaitingApproval(situation).find(({ planned }) => planned.stage === situation.stage);
  return waiting === undefined ? undefined : awaits(waiting);
};

/** No stage of the kind still waits for its approvals. */
export function nothingSubmitted(kind: StageKind): CaseRule {
  return ({ plan, case: current, now }) => {
    const waiting = stageStates(plan, current, now).find(
      ({ planned, state }) => planned.kind === kind && state === 'SUBMITTED',
    );
    return waiting === undefined ? undefined : awaits(waiting);
  };
}

function awaits({ planned: { stage } }: StageState) {
  return { code: 'CASE_STAGE_AWAITS_APPROVAL', facts: { stage }, details: { allowed: [stage] } } as const;
}
