import { STAFF_ROLES } from '@redress/kernel';
import { authorityOf } from '@redress/regulations';
import { didNotDecideBefore, noObjectionOpen } from '../../../dissatisfaction/model/dissatisfaction.rules';
import { furtherHandlingOf } from '../../../dissatisfaction/model/further-handling.model';
import { defineAction } from '../action.model';
import { holdsTheAuthority, isEndorsement, pendingApprovals } from '../authority.rules';
import type { CasePlan } from '../case-plan.model';
import {
  actsAsAssignee,
  noProposalPending,
  proposalPending,
  stateForbids,
  type CaseRule,
  type Situation,
} from '../case.rules';
import { isComplaint } from '../matter.model';
import { plansKind } from '../stage-states.model';
import { nothingSubmitted } from '../stage-approval.rules';

/** Everyone whom an authority matrix could name; the matrix decides. */
const DECIDERS = STAFF_ROLES.filter((role) => role !== 'analyst' && role !== 'auditor');

/** A resolution rests on an investigation, unless the regulation plans none for the case. */
const investigatedWhereAsked: CaseRule = (situation) => {
  const { case: current, plan, now } = situation;
  if (current.state !== 'INVESTIGATION') return undefined;
  return plan === undefined || plansKind(plan, current, 'INVESTIGATION', now)
    ? stateForbids('PROPOSE_RESOLUTION', situation)
    : undefined;
};

const isAComplaint: CaseRule = ({ case: { matter } }) =>
  isComplaint(matter) ? undefined : { code: 'CASE_ITEM_NOT_A_COMPLAINT' };

export const recordInvestigationAction = defineAction({
  action: 'RECORD_INVESTIGATION',
  description: 'Mutation `recordInvestigation`.',
  stageKinds: ['INVESTIGATION'],
  roles: ['handler'],
  rules: [actsAsAssignee, noProposalPending, noObjectionOpen],
});

export const proposeResolutionAction = defineAction({
  action: 'PROPOSE_RESOLUTION',
  description: 'Mutation `proposeResolution`.',
  stageKinds: ['PROPOSAL', 'RESOLUTION'],
  roles: ['handler'],
  rules: [
    investigatedWhereAsked,
    actsAsAssignee,
    noProposalPending,
    isAComplaint,
    nothingSubmitted('INVESTIGATION'),
    noObjectionOpen,
  ],
});

/** The last approval may be given by everyone whom the authority matrix names; it decides how far they may go. */
function approvers(plan: CasePlan, situation: Situation): readonly string[] | undefined {
  const holders = authorityOf(plan.regulation, plan.settings).map(({ holder }) => holder);
  const [last] = pendingApprovals(situation);
  // Where leaders have to agree first, nobody else does in their place.
  if (plan.regulation.conduct.some(({ rule }) => rule === 'CONSENT_OF_LEADERS_FIRST')) return undefined;
  return last === undefined || holders.length === 0 || isEndorsement(situation)
    ? undefined
    : [...new Set([...last.planned.performers, ...holders])];
}

/** On appeal, somebody decides who did not decide before. */
const decidesAnew: CaseRule = (situation) =>
  furtherHandlingOf(situation.case)?.path === 'APPEAL' ? didNotDecideBefore(situation) : undefined;

export const approveResolutionAction = defineAction({
  action: 'APPROVE_RESOLUTION',
  description: 'Mutation `approveResolution`.',
  stageKinds: ['APPROVAL'],
  roles: DECIDERS,
  performers: approvers,
  rules: [proposalPending, holdsTheAuthority, nothingSubmitted('PROPOSAL'), decidesAnew],
});

export const rejectResolutionAction = defineAction({
  action: 'REJECT_RESOLUTION',
  description: 'Mutation `rejectResolution`.',
  stageKinds: ['APPROVAL'],
  roles: DECIDERS,
  performers: approvers,
  rules: [proposalPending, holdsTheAuthority, decidesAnew],
});
