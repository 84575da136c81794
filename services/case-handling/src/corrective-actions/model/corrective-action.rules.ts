import { conditionHolds } from '@redress/regulations';
import { defineAction } from '../../complaint-case/model/action.model';
import { factsOfCase } from '../../complaint-case/model/case-facts-of.model';
import { holdsOneOf, type CaseRule, type Situation } from '../../complaint-case/model/case.rules';
import { CASE_STATES } from '../../complaint-case/model/case.transitions';
import { performsAs } from '../../complaint-case/model/performs.model';
import { stageOfKind, type CasePlan } from '../../complaint-case/model/case-plan.model';
import { stageStates } from '../../complaint-case/model/stage-states.model';
import { actionsOf, isExempt, type ActionKind, type KnownAction } from './corrective-action.model';

/** An action is planned once the case is under way, and still after it was closed. */
const STATES = CASE_STATES.filter((state) => state !== 'REGISTERED');

/** The kinds of actions that the regulation speaks of; all but containment, where it only plans a stage for them. */
export function kindsOf(plan: CasePlan | undefined): readonly ActionKind[] {
  const planned: readonly ActionKind[] =
    stageOfKind(plan, 'CORRECTIVE_ACTION') === undefined ? [] : ['CORRECTIVE', 'PREVENTIVE', 'IMPROVEMENT'];
  return plan?.regulation.actions?.kinds ?? planned;
}

const speaksOfActions: CaseRule = ({ plan }) =>
  kindsOf(plan).some((kind) => kind !== 'CONTAINMENT') ? undefined : { code: 'CASE_ACTIONS_NOT_REGULATED' };

/** Human negligence, for example, is not tracked (人为疏忽免列案追踪). */
const notExempt: CaseRule = ({ case: current }) => (isExempt(current) ? { code: 'CASE_ACTIONS_EXEMPT' } : undefined);

export const planActionAction = defineAction({
  action: 'PLAN_ACTION',
  description: 'Mutation `planAction`, for every kind but containment.',
  stageKinds: ['CORRECTIVE_ACTION'],
  roles: ['handler', 'supervisor', 'manager'],
  states: STATES,
  rules: [speaksOfActions, notExempt],
});

/** What keeps the harm from spreading is not put off until its cause is known. */
export const planContainmentAction = defineAction({
  action: 'PLAN_CONTAINMENT',
  description: 'Mutation `planAction`, for containment.',
  roles: ['handler', 'supervisor', 'manager'],
  states: STATES,
  performers: (plan) => stageOfKind(plan, 'CORRECTIVE_ACTION')?.performers,
  rules: [({ plan }) => (kindsOf(plan).includes('CONTAINMENT') ? undefined : { code: 'CASE_ACTIONS_NOT_REGULATED' })],
});

/** The actions that somebody may report as carried out: their own, or, for a superior or the department, any. */
export function completableBy(situation: Situation): readonly KnownAction[] {
  const { actor, plan, case: current } = situation;
  const performers = stageOfKind(plan, 'CORRECTIVE_ACTION')?.performers ?? [];
  const anyOfThem = holdsOneOf(actor, ['supervisor', 'manager']) || performsAs(actor, plan, performers);
  return actionsOf(current).filter(
    ({ state, owner }) =>
      state === 'PLANNED' && (anyOfThem || owner === actor.subject || performsAs(actor, plan, [owner])),
  );
}

export const completeActionAction = defineAction({
  action: 'COMPLETE_ACTION',
  description: 'Mutation `completeAction`.',
  roles: ['agent', 'handler', 'supervisor', 'manager', 'finance'],
  states: STATES,
  rules: [(situation) => (completableBy(situation).length > 0 ? undefined : { code: 'CASE_ACTION_UNKNOWN' })],
});

/** Actions of which nobody has said yet whether they have an effect. */
export function unchecked({ case: current }: Pick<Situation, 'case'>): readonly KnownAction[] {
  return actionsOf(current).filter(({ state }) => state === 'COMPLETED');
}

/** There is something to check: an action that was carried out, or a stage of the regulation whose turn it is. */
const somethingToCheck: CaseRule = (situation) => {
  const { plan, case: current, now } = situation;
  const isDue = stageStates(plan, current, now).some(
    ({ planned, state }) => planned.kind === 'EFFECT_CHECK' && state === 'CURRENT',
  );
  return isDue || unchecked(situation).length > 0 ? undefined : { code: 'CASE_NOTHING_TO_CHECK' };
};

export const confirmEffectAction = defineAction({
  action: 'CONFIRM_EFFECT',
  description: 'Mutation `confirmEffect`.',
  stageKinds: ['EFFECT_CHECK'],
  roles: ['supervisor', 'manager'],
  states: STATES,
  performers: ({ regulation }) => regulation.actions?.effectConfirmedBy,
  rules: [somethingToCheck],
});

const exemptByTheText: CaseRule = (situation) => {
  const { plan, case: current, now } = situation;
  const when = plan?.regulation.actions?.exemptWhen;
  const holds =
    plan !== undefined && when !== undefined && conditionHolds(plan.regulation, when, factsOfCase(current, now));
  return holds ? undefined : { code: 'CASE_ACTIONS_NOT_EXEMPT' };
};

export const exemptActionsAction = defineAction({
  action: 'EXEMPT_ACTIONS',
  description: 'Mutation `exemptActions`.',
  roles: ['supervisor', 'manager'],
  states: STATES,
  performers: ({ regulation }) => regulation.actions?.effectConfirmedBy,
  rules: [exemptByTheText, notExempt],
});
