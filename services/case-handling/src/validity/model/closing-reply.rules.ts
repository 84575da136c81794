import type { ReplyPurpose } from '../../complaint-case/model/case.model';
import { defineAction } from '../../complaint-case/model/action.model';
import { investigated, noProposalPending, type CaseRule } from '../../complaint-case/model/case.rules';
import { nothingSubmitted } from '../../complaint-case/model/stage-approval.rules';
import { noReplyWaiting } from '../../reply-review/model/reply-review.rules';
import { consequencesOf, type Consequence } from './consequences.model';

/** Purposes of the replies with which a complaint that is not established is closed. */
export const CLOSING_PURPOSES = ['EXPLANATION', 'EXPLANATION_AND_APOLOGY', 'EDUCATION'] as const;
export type ClosingPurpose = (typeof CLOSING_PURPOSES)[number];

const PURPOSE: Readonly<Partial<Record<Consequence, ClosingPurpose>>> = {
  EXPLAIN: 'EXPLANATION',
  EXPLAIN_AND_APOLOGISE: 'EXPLANATION_AND_APOLOGY',
  EDUCATE: 'EDUCATION',
};

/** The replies that have to be given before a case with such consequences is closed as not established. */
export function closingPurposes(consequences: readonly Consequence[]): readonly ClosingPurpose[] {
  return consequences.flatMap((consequence) => PURPOSE[consequence] ?? []);
}

/** What was told already, of the purposes that close a case. */
export function toldPurposes(kept: Readonly<Record<string, unknown>>): readonly ReplyPurpose[] {
  const told = kept['closingReplies'];
  return Array.isArray(told) ? (told as ReplyPurpose[]) : [];
}

/** The complainant is told first what the regulation says of such a finding. */
export const closingReplyGiven: CaseRule = ({ case: current, plan }) => {
  const told = toldPurposes(current.kept);
  const missing = closingPurposes(consequencesOf(plan, current.validity)).filter((purpose) => !told.includes(purpose));
  const [purpose] = missing;
  return purpose === undefined
    ? undefined
    : { code: 'CASE_CLOSING_REPLY_MISSING', facts: { purpose }, details: { allowed: missing } };
};

/** Where what was found matters for the responsibility only, or leads to a remedy, the complaint is handled all the same. */
export const notHandledRegardless: CaseRule = ({ case: current, plan }) => {
  const consequences = consequencesOf(plan, current.validity);
  return consequences.includes('RESPONSIBILITY_ONLY') || consequences.includes('REMEDY')
    ? { code: 'CASE_HANDLED_REGARDLESS' }
    : undefined;
};

const asksForClosingReply: CaseRule = ({ case: current, plan }) =>
  closingPurposes(consequencesOf(plan, current.validity)).length > 0 ? undefined : { code: 'CASE_PURPOSE_NOT_ASKED' };

export const sendClosingReplyAction = defineAction({
  action: 'SEND_CLOSING_REPLY',
  description: 'Mutation `sendReply` with the purpose EXPLANATION, EXPLANATION_AND_APOLOGY or EDUCATION.',
  roles: ['agent', 'handler', 'supervisor'],
  states: ['RESOLUTION'],
  // Those who reply; it does not wait for a proposal and its approval, which such a finding does not lead to.
  performers: ({ stages }) => {
    const named = stages.filter(({ kind }) => kind === 'REPLY').flatMap(({ performers }) => performers);
    return named.length === 0 ? undefined : named;
  },
  rules: [investigated, nothingSubmitted('INVESTIGATION'), asksForClosingReply, noProposalPending, noReplyWaiting],
});
