import { STAFF_ROLES, type Role } from '@redress/kernel';
import { defineAction } from '../../complaint-case/model/action.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import type { CaseRule, Situation } from '../../complaint-case/model/case.rules';
import { OPEN_STATES } from '../../complaint-case/model/case.transitions';
import { roleOf } from '../../complaint-case/model/performs.model';
import { furtherHandlingOf } from './further-handling.model';
import { awaitsPath, decisionIsFinal } from './open-paths.model';
import { isFollowed, openPaths } from './standing.model';

const RANKS: readonly Role[] = ['agent', 'handler', 'supervisor', 'manager'];
/** What those whom the regulation names for a further round may do in it, beside the performers of the stages. */
const HANDLING: ReadonlySet<string> = new Set(['RECORD_INVESTIGATION', 'PROPOSE_RESOLUTION', 'SEND_REPLY']);
const DECIDING: ReadonlySet<string> = new Set(['APPROVE_RESOLUTION', 'REJECT_RESOLUTION']);

const somePathIsOpen: CaseRule = (situation) => {
  if (openPaths(situation).length > 0) return undefined;
  const { case: current, plan } = situation;
  const knowsPaths = (plan?.regulation.dissatisfaction ?? []).length > 0;
  const isOpen = current.state !== 'CLOSED' && current.resolution?.state !== 'OBJECTED';
  return { code: knowsPaths && isOpen ? 'CASE_NOT_OBJECTED' : 'CASE_NO_FURTHER_PATH' };
};

export const takeFurtherAction = defineAction({
  action: 'TAKE_FURTHER',
  description: 'Mutation `takeFurther`, by one of `furtherPaths`.',
  roles: ['customer', ...STAFF_ROLES],
  states: ['RESOLUTION', 'CONSENT', 'CLOSED'],
  openToComplainee: true,
  rules: [somePathIsOpen],
});

export const takeOverAction = defineAction({
  action: 'TAKE_OVER',
  description: 'Mutation `takeOver`, by a superior to whom the case was handed.',
  roles: ['supervisor', 'manager'],
  states: OPEN_STATES,
  performers: (_, { case: current }) => {
    const deciders = furtherHandlingOf(current)?.deciders ?? [];
    return deciders.length === 0 ? undefined : deciders;
  },
  rules: [
    ({ case: current }) =>
      furtherHandlingOf(current)?.awaitsTakeOver === true ? undefined : { code: 'CASE_NOTHING_TO_TAKE_OVER' },
    didNotDecideBefore,
  ],
});

/** After an objection, it is said first how handling goes on, where the regulation names ways. */
export const noObjectionOpen: CaseRule = ({ case: current, plan }) =>
  current.resolution?.state === 'OBJECTED' && !isFollowed(current) && awaitsPath(plan, current)
    ? { code: 'CASE_OBJECTION_OPEN' }
    : undefined;

/** A final decision is not objected to within the organisation. */
export const decisionNotFinal: CaseRule = ({ case: current, plan }) =>
  decisionIsFinal(plan, current) ? { code: 'CASE_DECISION_FINAL' } : undefined;

/** Whoever decided before does not decide on the appeal, nor take over what was handed to a superior. */
export function didNotDecideBefore({ actor, case: current }: Situation): ReturnType<CaseRule> {
  const handling = furtherHandlingOf(current);
  return handling?.excluded.includes(actor.subject) === true ? { code: 'CASE_DECIDED_BEFORE' } : undefined;
}

/** The performers of an action in a further round: on appeal a superior decides, otherwise those named join in. */
export function performersInRound(
  action: string,
  performers: readonly string[],
  { case: current, plan }: Pick<Situation, 'case' | 'plan'>,
): readonly string[] {
  const handling = furtherHandlingOf(current);
  if (handling === undefined || handling.deciders.length === 0) return performers;
  const { path, deciders } = handling;
  if (path === 'APPEAL') return DECIDING.has(action) ? [...deciders, ...rolesAbove(deciders, plan)] : performers;
  return HANDLING.has(action) ? [...new Set([...performers, ...deciders])] : performers;
}

/** Roles that stand higher than those of all the deciders. */
function rolesAbove(deciders: readonly string[], plan: CasePlan | undefined): readonly Role[] {
  const ranks = deciders.flatMap((decider) => {
    const role = roleOf(decider, plan);
    return role === undefined ? [] : [RANKS.indexOf(role)];
  });
  return RANKS.slice(Math.max(-1, ...ranks) + 1);
}
