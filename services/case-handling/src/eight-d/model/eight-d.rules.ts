import { defineAction } from '../../complaint-case/model/action.model';
import { CASE_STATES } from '../../complaint-case/model/case.transitions';
import type { CaseRule } from '../../complaint-case/model/case.rules';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import { stageStates } from '../../complaint-case/model/stage-states.model';
import { actionsOf } from '../../corrective-actions/model/corrective-action.model';
import { eightDOf, eightDPaper } from './eight-d.model';

const STATES = CASE_STATES.filter((state) => state !== 'REGISTERED');

const asksForEightD: CaseRule = ({ plan }) =>
  eightDPaper(plan) === undefined ? { code: 'CASE_EIGHT_D_NOT_REGULATED' } : undefined;

/** The report is written once its stage is reached; written again until it is signed. */
const inItsTurn: CaseRule = ({ plan, case: current, now }) => {
  const stage = eightDPaper(plan)?.stage;
  const state = stageStates(plan, current, now).find(({ planned }) => planned.stage === stage);
  return state?.state === 'BLOCKED'
    ? { code: 'CASE_STAGE_BLOCKED', facts: { stage: stage ?? '' }, details: { allowed: state.missing } }
    : undefined;
};

/** A report on measures that are still open, or of which nobody knows whether they work, is not finished. */
const measuresVerified: CaseRule = ({ case: current }) =>
  actionsOf(current).some(({ state, kind }) => state === 'COMPLETED' || (state === 'PLANNED' && kind !== 'CONTAINMENT'))
    ? { code: 'CASE_ACTIONS_NOT_VERIFIED' }
    : undefined;

function stagePerformers(plan: CasePlan): readonly string[] | undefined {
  const name = eightDPaper(plan)?.stage;
  return plan.stages.find(({ stage }) => stage === name)?.performers;
}

export const submitEightDAction = defineAction({
  action: 'SUBMIT_EIGHT_D',
  description: 'Mutation `submitEightD`.',
  roles: ['handler', 'supervisor', 'manager'],
  states: STATES,
  performers: stagePerformers,
  rules: [asksForEightD, inItsTurn, measuresVerified],
});

const awaitsSignature: CaseRule = ({ actor, case: current }) => {
  const report = eightDOf(current);
  if (report?.state !== 'SUBMITTED') return { code: 'CASE_EIGHT_D_NOT_SUBMITTED' };
  return report.writtenBy === actor.subject ? { code: 'CASE_STAGE_OWN_WORK' } : undefined;
};

export const signEightDAction = defineAction({
  action: 'SIGN_EIGHT_D',
  description: 'Mutation `signEightD`.',
  roles: ['manager'],
  states: STATES,
  performers: ({ regulation }) => regulation.actions?.signedBy,
  rules: [asksForEightD, awaitsSignature],
});
