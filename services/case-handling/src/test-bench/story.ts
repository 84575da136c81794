import { money, type Outcome } from '@redress/kernel';
import { decideAcceptance } from '../complaint-case/accept-case/accept-case.decide';
import { decideAssignment } from '../complaint-case/assign-case/assign-case.decide';
import { decideApproval } from '../complaint-case/decide-resolution/decide-resolution.decide';
import type { ComplaintCase } from '../complaint-case/model/case.model';
import type { CaseState } from '../complaint-case/model/case.transitions';
import type { Course } from '../complaint-case/model/course.model';
import { decideProposal } from '../complaint-case/propose-resolution/propose-resolution.decide';
import type { ProposedRemedy } from '../complaint-case/propose-resolution/propose-resolution.command';
import { decideConsent } from '../complaint-case/record-consent/record-consent.decide';
import { decideInvestigation } from '../complaint-case/record-investigation/record-investigation.decide';
import { decideReply } from '../complaint-case/send-reply/send-reply.decide';
import { aCase, aContext, aSituation, aStaffMember, LI_HANDLER, WU_SUPERVISOR } from './builders';

export const A_REFUND: ProposedRemedy = { kind: 'REFUND', amount: money(50_000n, 'CNY') };
export const AN_APOLOGY: ProposedRemedy = { kind: 'APOLOGY' };

/** The course of an outcome that must be accepted. */
export function accepted<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused with ${outcome.refusals.map(({ code }) => code).join(', ')}`);
  return outcome.value;
}

/** The codes with which an outcome was refused; none when it was accepted. */
export function codesOf(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

type Chapter = (current: ComplaintCase, remedies: readonly ProposedRemedy[]) => Outcome<Course>;

const CHAPTERS: readonly Chapter[] = [
  (current) => decideAcceptance(aSituation(current, WU_SUPERVISOR), aContext()),
  (current) => decideAssignment(aSituation(current, WU_SUPERVISOR), aStaffMember(), aContext()),
  (current) => decideInvestigation(aSituation(current), { validity: 'VALID', findings: '包装破损' }, aContext()),
  (current, remedies) => decideProposal(aSituation(current), { text: '退款', remedies }, aContext()),
  (current) => decideApproval(aSituation(current, WU_SUPERVISOR), aContext()),
  (current) =>
    decideReply(aSituation(current), { purpose: 'DECISION', form: 'WRITTEN', text: '我们将退款' }, aContext()),
  (current) => decideConsent(aSituation(current, LI_HANDLER), { decision: 'ACCEPTED' }, aContext()),
];

const BEFORE: Readonly<Record<CaseState | 'PROPOSED', number>> = {
  REGISTERED: 0,
  ACCEPTED: 1,
  INVESTIGATION: 2,
  RESOLUTION: 3,
  PROPOSED: 4,
  REPLY: 5,
  CONSENT: 6,
  EXECUTION: 7,
  CLOSED: 7,
};

/** A case that came to a state by commands alone: `PROPOSED` is the resolution stage with a proposal waiting. */
export function aCaseIn(
  state: CaseState | 'PROPOSED',
  remedies: readonly ProposedRemedy[] = [A_REFUND],
): ComplaintCase {
  const given = state === 'CLOSED' ? [AN_APOLOGY] : remedies;
  return CHAPTERS.slice(0, BEFORE[state]).reduce((current, chapter) => accepted(chapter(current, given)).case, aCase());
}
