import { ROLES, STAFF_ROLES, type Role } from '@redress/kernel';
import { listRegulations, type StageKind } from '@redress/regulations';
import { stageOfKind, type CasePlan } from './case-plan.model';
import {
  actsAsAssignee,
  holdsOneOf,
  holdsTheAuthority,
  investigated,
  noProposalPending,
  notFoundValid,
  nothingOutstanding,
  proposalPending,
  resolutionApproved,
  speaksForTheComplainant,
  type CaseRefusal,
  type CaseRule,
  type Situation,
} from './case.rules';
import { caseMachine, PERSONAL_ACTIONS, type PersonalAction } from './case.transitions';

interface ActionRules {
  /** Kind of the stage to which the action belongs; where a regulation plans one, its performers act. */
  readonly stage?: StageKind;
  /** Who acts where the regulation names no performers. */
  readonly roles: readonly Role[];
  readonly rules: readonly CaseRule[];
}

/** Everyone whom an authority matrix could name; the matrix decides. */
const DECIDERS: readonly Role[] = STAFF_ROLES.filter((role) => role !== 'analyst' && role !== 'auditor');

/** The one place that says who may do what; mutations and `availableActions` both ask it. */
const ACTION_RULES: Readonly<Record<PersonalAction, ActionRules>> = {
  ACCEPT_CASE: { stage: 'ACCEPTANCE', roles: ['agent', 'handler', 'supervisor'], rules: [] },
  ASSIGN_CASE: { roles: ['supervisor'], rules: [] },
  RECORD_INVESTIGATION: {
    stage: 'INVESTIGATION',
    roles: ['handler'],
    rules: [actsAsAssignee, noProposalPending],
  },
  PROPOSE_RESOLUTION: { stage: 'RESOLUTION', roles: ['handler'], rules: [actsAsAssignee, noProposalPending] },
  APPROVE_RESOLUTION: { roles: DECIDERS, rules: [proposalPending, holdsTheAuthority] },
  REJECT_RESOLUTION: { roles: DECIDERS, rules: [proposalPending, holdsTheAuthority] },
  SEND_REPLY: { stage: 'RESOLUTION', roles: ['handler'], rules: [actsAsAssignee, resolutionApproved] },
  SEND_PROGRESS: { roles: ['agent', 'handler', 'supervisor'], rules: [] },
  RECORD_CONSENT: { roles: ['customer', 'agent', 'handler'], rules: [speaksForTheComplainant] },
  RECORD_OBJECTION: { roles: ['customer', 'agent', 'handler'], rules: [speaksForTheComplainant] },
  CLOSE_AS_RESOLVED: { roles: ['supervisor', 'handler'], rules: [nothingOutstanding] },
  CLOSE_AS_NOT_ESTABLISHED: {
    roles: ['supervisor', 'handler'],
    rules: [investigated, notFoundValid, noProposalPending],
  },
  CLOSE_AS_WITHDRAWN: { roles: ['supervisor', 'handler'], rules: [] },
};

/** Who may perform an action on cases under a regulation. */
export function performersOf(action: PersonalAction, plan: CasePlan | undefined): readonly Role[] {
  const { stage, roles } = ACTION_RULES[action];
  const planned = stageOfKind(plan, stage)?.performers;
  return planned === undefined ? roles : ROLES.filter((role) => planned.includes(role));
}

/** Everyone who may perform an action under at least one regulation; others are turned away before a case is read. */
export function possiblePerformersOf(action: PersonalAction): readonly Role[] {
  const { stage, roles } = ACTION_RULES[action];
  const planned = listRegulations().flatMap(({ stages }) =>
    stages.filter(({ kind }) => kind === stage).flatMap(({ performers }) => performers),
  );
  return ROLES.filter((role) => roles.includes(role) || planned.includes(role));
}

/** The stage of the regulation to which an action belongs. */
export function stageOfAction(action: PersonalAction): StageKind | undefined {
  return ACTION_RULES[action].stage;
}

/** Every reason why the actor may not perform the action now, the most telling first; none when it is possible. */
export function refusalsOf(action: PersonalAction, situation: Situation): readonly CaseRefusal[] {
  const { actor, case: current, plan } = situation;
  if (!holdsOneOf(actor, performersOf(action, plan))) return [{ code: 'CASE_ROLE_NOT_ENTITLED' }];
  if (caseMachine.next(current.state, action) === undefined) {
    const details = { currentState: current.state };
    return [{ code: 'CASE_STATE_FORBIDS', facts: { state: current.state, action }, details }];
  }
  return ACTION_RULES[action].rules.flatMap((rule) => rule(situation) ?? []);
}

/** What the actor may do with the case now. */
export function possibleActions(situation: Situation): readonly PersonalAction[] {
  return PERSONAL_ACTIONS.filter((action) => refusalsOf(action, situation).length === 0);
}
