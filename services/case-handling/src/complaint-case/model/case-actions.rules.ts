import { STAFF_ROLES, type Role } from '@redress/kernel';
import { actionDefinition, PERSONAL_ACTIONS, type PersonalAction } from '../../case-actions.model';
import { fileOf } from '../../archive/model/archive.model';
import { standsAside } from '../../routing/model/complainee.rules';
import { performersInRound } from '../../dissatisfaction/model/dissatisfaction.rules';
import { stateForbids, type CaseRefusal, type Situation } from './case.rules';
import { caseMachine, type CaseAction } from './case.transitions';
import { performsAs } from './performs.model';
import { stageStates, type StageState } from './stage-states.model';

/** Something that somebody may do now, with the stage of the regulation to which it belongs. */
export interface PossibleAction {
  readonly action: PersonalAction;
  readonly stage?: string;
}

/** Who may perform an action on the case: roles, and parties of the regulation. */
export function performersOf(action: PersonalAction, situation: Situation): readonly string[] {
  const definition = actionDefinition(action);
  const named = situation.plan === undefined ? undefined : definition.performers?.(situation.plan, situation);
  const performers = named ?? stageOfAction(action, situation)?.planned.performers ?? definition.roles;
  return performersInRound(action, performers, situation);
}

/** Everyone who may perform an action under some regulation; others are turned away before a case is read. */
export function possiblePerformersOf(action: PersonalAction): readonly Role[] {
  const { roles, stageKinds, performers, targets } = actionDefinition(action);
  const isRegulated = stageKinds !== undefined || performers !== undefined || targets !== undefined;
  return isRegulated ? [...new Set([...roles, ...STAFF_ROLES])] : roles;
}

/** The stage of the regulation to which an action belongs in the case: the one that is its turn, if one is. */
export function stageOfAction(action: PersonalAction, situation: Situation): StageState | undefined {
  const { stageKinds = [], targets } = actionDefinition(action);
  if (targets !== undefined) return targets(situation).find(({ planned }) => planned.stage === situation.stage);
  const states = stageStates(situation.plan, situation.case, situation.now);
  for (const kind of stageKinds) {
    const ofKind = states.filter(({ planned, state }) => planned.kind === kind && state !== 'NOT_PLANNED');
    if (ofKind.length > 0) return inTurn(ofKind, situation);
  }
  return undefined;
}

/** Every reason why the actor may not perform the action now, the most telling first; none when it is possible. */
export function refusalsOf(action: PersonalAction, situation: Situation): readonly CaseRefusal[] {
  const { actor, case: current, plan } = situation;
  const definition = actionDefinition(action);
  const stage = stageOfAction(action, situation);
  if (definition.targets !== undefined && stage === undefined) return [noSuchStage(action, situation)];
  if (!performsAs(actor, plan, performersOf(action, situation))) return [{ code: 'CASE_ROLE_NOT_ENTITLED' }];
  const aside = definition.openToComplainee === true ? undefined : standsAside(situation);
  if (aside !== undefined) return [aside];
  // What was destroyed stays so: texts that were written afterwards would never be destroyed again.
  if (fileOf(current)?.destroyed === true) return [{ code: 'CASE_FILE_DESTROYED' }];
  const possible = definition.states?.includes(current.state) ?? canMove(current.state, action);
  if (!possible) return [stateForbids(action, situation)];
  if (stage?.state === 'BLOCKED') {
    return [{ code: 'CASE_STAGE_BLOCKED', facts: { stage: stage.planned.stage }, details: { allowed: stage.missing } }];
  }
  return definition.rules.flatMap((rule) => rule({ ...situation, ...stageOf(stage) }) ?? []);
}

/** What the actor may do with the case now, an entry for each stage where the stage is chosen. */
export function possibleActions(situation: Situation): readonly PossibleAction[] {
  return PERSONAL_ACTIONS.flatMap((action): PossibleAction[] => {
    const { targets } = actionDefinition(action);
    const chosen = targets?.(situation).map((state): Situation => ({ ...situation, ...stageOf(state) }));
    return (chosen ?? [situation])
      .filter((each) => refusalsOf(action, each).length === 0)
      .map((each) => ({ action, ...stageOf(stageOfAction(action, each)) }));
  });
}

function canMove(state: Situation['case']['state'], action: PersonalAction): boolean {
  return caseMachine.next(state, action as CaseAction) !== undefined;
}

function noSuchStage(action: PersonalAction, situation: Situation): CaseRefusal {
  const allowed = (actionDefinition(action).targets?.(situation) ?? []).map(({ planned }) => planned.stage);
  const path = ['input', 'stage'];
  return { code: 'CASE_STAGE_NOT_IN_TURN', path, facts: { stage: situation.stage ?? '' }, details: { allowed } };
}

function inTurn(states: readonly StageState[], { actor, plan }: Situation): StageState | undefined {
  const current = states.filter(({ state }) => state === 'CURRENT');
  return (
    current.find(({ planned }) => performsAs(actor, plan, planned.performers)) ??
    current[0] ??
    states.find(({ state }) => state === 'SUBMITTED') ??
    states.find(({ state }) => state === 'BLOCKED') ??
    states.at(-1)
  );
}

function stageOf(state: StageState | undefined): { readonly stage?: string } {
  return state === undefined ? {} : { stage: state.planned.stage };
}
