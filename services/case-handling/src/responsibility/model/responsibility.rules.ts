import { defineAction } from '../../complaint-case/model/action.model';
import type { CaseActor } from '../../complaint-case/model/case-actor.model';
import type { CaseRule } from '../../complaint-case/model/case.rules';
import { stageOfKind } from '../../complaint-case/model/case-plan.model';
import { noObjectionOfDepartment } from '../../department-objection/model/department-objection.rules';
import { responsibilityOf, type KnownSanction } from './responsibility.model';

/** Once something was found out, and still after the case was closed. */
const STATES = ['INVESTIGATION', 'RESOLUTION', 'REPLY', 'CONSENT', 'EXECUTION', 'CLOSED'] as const;

const regulated: CaseRule = ({ plan }) =>
  plan?.regulation.responsibility === undefined && stageOfKind(plan, 'RESPONSIBILITY') === undefined
    ? { code: 'CASE_RESPONSIBILITY_NOT_REGULATED' }
    : undefined;

export const determineResponsibilityAction = defineAction({
  action: 'DETERMINE_RESPONSIBILITY',
  description: 'Mutation `determineResponsibility`.',
  stageKinds: ['RESPONSIBILITY'],
  roles: ['supervisor', 'manager'],
  states: STATES,
  performers: ({ regulation }) => regulation.responsibility?.determinedBy,
  rules: [regulated],
});

const knowsSanctions: CaseRule = ({ plan }) =>
  (plan?.regulation.responsibility?.sanctions ?? []).length > 0 ? undefined : { code: 'CASE_SANCTION_UNKNOWN' };

/** A sanction rests on a determination. */
const determined: CaseRule = ({ case: current }) =>
  responsibilityOf(current).determinations.length > 0 ? undefined : { code: 'CASE_RESPONSIBILITY_NOT_DETERMINED' };

export const proposeSanctionAction = defineAction({
  action: 'PROPOSE_SANCTION',
  description: 'Mutation `proposeSanction`.',
  roles: ['supervisor', 'manager'],
  states: STATES,
  performers: ({ regulation }) => regulation.responsibility?.determinedBy,
  rules: [knowsSanctions, determined],
});

/** Whether a sanction is about the actor, in person or as a member of the department. */
export function concerns({ person, department }: KnownSanction, { subject, unitId, parties }: CaseActor): boolean {
  if (person !== undefined) return person === subject;
  return department !== undefined && (department === unitId || parties?.includes(department) === true);
}

/** The sanctions that somebody may decide: never their own proposal, and never what is about themselves. */
export function decidableBy(actor: CaseActor, sanctions: readonly KnownSanction[]): readonly KnownSanction[] {
  return sanctions.filter(
    (sanction) => sanction.state === 'PROPOSED' && sanction.proposedBy !== actor.subject && !concerns(sanction, actor),
  );
}

const somethingToDecide: CaseRule = ({ actor, case: current }) => {
  const { sanctions } = responsibilityOf(current);
  if (decidableBy(actor, sanctions).length > 0) return undefined;
  const isProposed = sanctions.some(({ state }) => state === 'PROPOSED');
  return { code: isProposed ? 'CASE_SANCTION_NOT_YOURS_TO_DECIDE' : 'CASE_SANCTION_UNKNOWN' };
};

export const approveSanctionAction = defineAction({
  action: 'APPROVE_SANCTION',
  description: 'Mutation `approveSanction`.',
  roles: ['manager'],
  states: STATES,
  performers: ({ regulation }) => regulation.responsibility?.approvers,
  rules: [somethingToDecide, noObjectionOfDepartment],
});

export const rejectSanctionAction = defineAction({
  action: 'REJECT_SANCTION',
  description: 'Mutation `rejectSanction`.',
  roles: ['manager'],
  states: STATES,
  performers: ({ regulation }) => regulation.responsibility?.approvers,
  rules: [somethingToDecide],
});

const knowsThirdParties: CaseRule = ({ plan }) =>
  plan?.regulation.responsibility?.thirdParties === true ? undefined : { code: 'CASE_THIRD_PARTY_NOT_REGULATED' };

const thirdPartyDetermined: CaseRule = ({ case: current }) =>
  responsibilityOf(current).determinations.some(({ responsible }) => isThirdParty(responsible))
    ? undefined
    : { code: 'CASE_RESPONSIBILITY_NOT_DETERMINED' };

/** Whether somebody outside the organisation is responsible. */
export function isThirdParty(responsible: string): boolean {
  return responsible === 'SUPPLIER' || responsible === 'OTHER_COMPANY';
}

export const openSupplierClaimAction = defineAction({
  action: 'OPEN_SUPPLIER_CLAIM',
  description: 'Mutation `openSupplierClaim`.',
  roles: ['supervisor', 'manager', 'finance'],
  states: STATES,
  rules: [knowsThirdParties, thirdPartyDetermined],
});

export const decideSupplierClaimAction = defineAction({
  action: 'DECIDE_SUPPLIER_CLAIM',
  description: 'Mutation `decideSupplierClaim`.',
  roles: ['supervisor', 'manager', 'finance'],
  states: STATES,
  rules: [
    ({ case: current }) =>
      responsibilityOf(current).claims.some(({ state }) => state === 'OPEN' || state === 'AGREED')
        ? undefined
        : { code: 'CASE_CLAIM_UNKNOWN' },
  ],
});
