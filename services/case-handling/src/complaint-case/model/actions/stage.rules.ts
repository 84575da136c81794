import { STAFF_ROLES } from '@redress/kernel';
import type { StageKind } from '@redress/regulations';
import { defineAction } from '../action.model';
import type { Situation } from '../case.rules';
import { CASE_STATES } from '../case.transitions';
import { approvesNext, awaitingApproval, nextApproval } from '../stage-approval.rules';
import { stageStates, type StageState } from '../stage-states.model';

/** Kinds of stages that are finished by writing down what they ask for. */
const WRITTEN: ReadonlySet<StageKind> = new Set(['SITE_INSPECTION', 'OPINION', 'MEETING', 'RESPONSIBILITY']);

const anyStaff = STAFF_ROLES.filter((role) => role !== 'analyst' && role !== 'auditor');

function written({ plan, case: current, now }: Situation): readonly StageState[] {
  return stageStates(plan, current, now).filter(
    ({ planned, state }) => WRITTEN.has(planned.kind) && (state === 'CURRENT' || state === 'BLOCKED'),
  );
}

function optional({ plan, case: current, now }: Situation): readonly StageState[] {
  return stageStates(plan, current, now).filter(
    ({ planned, state }) => planned.optional === true && state === 'CURRENT',
  );
}

export const completeStageAction = defineAction({
  action: 'COMPLETE_STAGE',
  description: 'Mutation `completeStage`, for the stage that the action names.',
  roles: anyStaff,
  states: CASE_STATES,
  targets: written,
  rules: [],
});

export const approveStageAction = defineAction({
  action: 'APPROVE_STAGE',
  description: 'Mutation `approveStage`, for the stage that the action names.',
  roles: anyStaff,
  states: CASE_STATES,
  targets: awaitingApproval,
  performers: (_, situation) => approversOf(situation),
  rules: [approvesNext],
});

export const returnStageAction = defineAction({
  action: 'RETURN_STAGE',
  description: 'Mutation `returnStage`, for the stage that the action names.',
  roles: anyStaff,
  states: CASE_STATES,
  targets: (situation) => awaitingApproval(situation).filter(({ state }) => state === 'SUBMITTED'),
  performers: (_, situation) => approversOf(situation),
  rules: [approvesNext],
});

export const skipStageAction = defineAction({
  action: 'SKIP_STAGE',
  description: 'Mutation `skipStage`, for the stage that the action names.',
  roles: anyStaff,
  states: CASE_STATES,
  targets: optional,
  rules: [],
});

function approversOf(situation: Situation): readonly string[] | undefined {
  const state = awaitingApproval(situation).find(({ planned }) => planned.stage === situation.stage);
  return state === undefined ? undefined : nextApproval(state, situation)?.approvers;
}
