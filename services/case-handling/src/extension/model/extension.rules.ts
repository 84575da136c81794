import { STAFF_ROLES } from '@redress/kernel';
import { defineAction } from '../../complaint-case/model/action.model';
import type { CaseRule, Situation } from '../../complaint-case/model/case.rules';
import { CASE_STATES } from '../../complaint-case/model/case.transitions';
import { stageStates, type StageState } from '../../complaint-case/model/stage-states.model';
import { openExtensions, runningClocks } from './extensions.model';

const anyStaff = STAFF_ROLES.filter((role) => role !== 'analyst' && role !== 'auditor');
const OPEN = CASE_STATES.filter((state) => state !== 'CLOSED');

function among({ plan, case: current, now }: Situation, stages: readonly string[]): readonly StageState[] {
  // Time can be asked for before it is the turn of a stage: its clock runs already.
  return stageStates(plan, current, now)
    .filter(({ planned }) => stages.includes(planned.stage))
    .map((state) => ({ ...state, state: 'CURRENT', missing: [] }));
}

const oneAtATime: CaseRule = ({ case: current, stage }) =>
  openExtensions(current).some((each) => each.stage === stage) ? { code: 'CASE_EXTENSION_PENDING' } : undefined;

const notOnesOwn: CaseRule = ({ case: current, stage, actor }) => {
  const own = openExtensions(current).find((each) => each.stage === stage && each.requestedBy === actor.subject);
  return own === undefined ? undefined : { code: 'REGULATION_FOUR_EYES', facts: { proposedBy: own.requestedBy } };
};

export const requestExtensionAction = defineAction({
  action: 'REQUEST_EXTENSION',
  description: 'Mutation `requestExtension`, for the stage that the action names.',
  roles: anyStaff,
  states: OPEN,
  targets: (situation) =>
    situation.plan?.regulation.extension === undefined
      ? []
      : among(
          situation,
          runningClocks(situation.case).map(({ stage }) => stage),
        ),
  rules: [oneAtATime],
});

export const decideExtensionAction = defineAction({
  action: 'DECIDE_EXTENSION',
  description: 'Mutation `decideExtension`, for the stage that the action names.',
  roles: anyStaff,
  states: OPEN,
  targets: (situation) =>
    among(
      situation,
      openExtensions(situation.case).map(({ stage }) => stage),
    ),
  performers: ({ regulation: { extension } }) => extension?.approvers ?? ['supervisor', 'manager'],
  rules: [notOnesOwn],
});
