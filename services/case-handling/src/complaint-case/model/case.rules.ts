import { ROLES, STAFF_ROLES, type Money, type Refusal, type Role } from '@redress/kernel';
import { furtherHandlingOf } from '../../dissatisfaction/model/further-handling.model';
import type { CaseActor } from './case-actor.model';
import type { ComplaintCase, Remedy } from './case.model';
import type { CaseRefusalCode } from './case.errors';
import type { CasePlan } from './case-plan.model';
import { outstandingRemedies } from './outstanding-remedies.model';
import { performsAs } from './performs.model';
import { stageStates } from './stage-states.model';

/** Who acts, on which case, under which regulation: all that a rule may look at. */
export interface Situation {
  readonly actor: CaseActor;
  readonly case: ComplaintCase;
  readonly plan: CasePlan | undefined;
  readonly now: Date;
  /** The stage that the action is about: chosen by the caller, or found by the kind of the action. */
  readonly stage?: string;
  /** What was granted for the same harm in cases that are linked with this one. */
  readonly linkedAmounts?: readonly Money[];
}

export type { CaseActor };
export type CaseRefusal = Refusal<CaseRefusalCode>;

/** A business rule: silent when it holds, otherwise the refusal that says why not. */
export type CaseRule = (situation: Situation) => CaseRefusal | undefined;

/** Whether the actor has at least one of the roles. */
export function holdsOneOf(actor: CaseActor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Whether the actor belongs to the organisation. */
export function isStaff(actor: CaseActor): boolean {
  return holdsOneOf(actor, STAFF_ROLES);
}

/** The one customer whose cases the actor may see; undefined for staff, who see those of all. */
export function ownCustomer(actor: CaseActor): string | undefined {
  // A token without roles, or of a customer without an id, matches no case.
  return isStaff(actor) ? undefined : ((actor.roles.includes('customer') ? actor.customerId : undefined) ?? '');
}

/** Complainants see and touch only what is theirs; to them, another's case does not exist. */
export function isVisibleTo(actor: CaseActor, { customerId }: { readonly customerId: string }): boolean {
  return isStaff(actor) || ownCustomer(actor) === customerId;
}

/**
 * Only the handler to whom the case was assigned works on it. A stage that the regulation gives to a party, or to roles
 * that cannot be assigned to, is performed by its own performers.
 */
export const actsAsAssignee: CaseRule = (situation) => {
  const { actor, plan, case: current, now, stage } = situation;
  if (actor.subject === current.assignee) return undefined;
  const deciders = furtherHandlingOf(current)?.deciders ?? [];
  if (performsAs(actor, plan, deciders)) return undefined;
  const states = stageStates(plan, current, now);
  const performers = states.find(({ planned }) => planned.stage === stage)?.planned.performers;
  const investigators = states.find(({ planned }) => planned.kind === 'INVESTIGATION')?.planned.performers;
  const shared = performers?.filter((performer) => (investigators ?? ['handler']).includes(performer)) ?? ['handler'];
  const isOwn = performers !== undefined && performsAs(actor, plan, without(performers, shared.filter(isRole)));
  return isOwn ? undefined : { code: 'CASE_NOT_ASSIGNED_TO_YOU' };
};

/** One proposal is decided before the next is made. */
export const noProposalPending: CaseRule = ({ case: { resolution } }) =>
  resolution?.state === 'PROPOSED' ? { code: 'CASE_PROPOSAL_PENDING' } : undefined;

/** A decision needs a proposal. */
export const proposalPending: CaseRule = ({ case: { resolution } }) =>
  resolution?.state === 'PROPOSED' ? undefined : { code: 'CASE_NO_PROPOSAL_PENDING' };

/** No promise to the complainant before the decision is taken. */
export const resolutionApproved: CaseRule = ({ case: { resolution } }) =>
  resolution?.state === 'APPROVED' ? undefined : { code: 'CASE_NO_APPROVED_RESOLUTION' };

/** A complaint is found not established by an investigation, never without one. */
export const investigated: CaseRule = ({ case: { validity } }) =>
  validity === undefined ? { code: 'CASE_INVESTIGATION_MISSING' } : undefined;

/** What was found valid cannot be closed as not established. */
export const notFoundValid: CaseRule = ({ case: { validity } }) =>
  validity === 'VALID' || validity === 'AT_FAULT' ? { code: 'CASE_COMPLAINT_FOUND_VALID' } : undefined;

/** A case is resolved when nothing is left to pay. */
export const nothingOutstanding: CaseRule = ({ case: current }) =>
  outstandingRemedies(current).length === 0 ? undefined : { code: 'CASE_SETTLEMENT_OUTSTANDING' };

/** A complainant speaks for nobody else; staff may record what a complainant told them. */
export const speaksForTheComplainant: CaseRule = ({ actor, case: current }) =>
  holdsOneOf(actor, ['handler', 'agent']) || actor.customerId === current.customerId
    ? undefined
    : { code: 'NOT_FOUND' };

/** What the remedies cost, one sum for each currency, so that splitting a sum does not raise anybody's authority. */
export function sumsByCurrency(remedies: readonly Remedy[]): Money[] {
  const sums = new Map<string, bigint>();
  for (const { amount } of remedies) {
    if (amount !== undefined) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.amountMinor);
  }
  return [...sums].map(([currency, amountMinor]) => ({ amountMinor, currency }));
}

/** The refusal of an action that the state of the case does not permit. */
export function stateForbids(action: string, { case: { state } }: Situation): CaseRefusal {
  return { code: 'CASE_STATE_FORBIDS', facts: { state, action }, details: { currentState: state } };
}

const isRole = (performer: string): boolean => ROLES.some((role) => role === performer);

function without(performers: readonly string[], others: readonly string[]): string[] {
  return performers.filter((performer) => !others.includes(performer));
}
