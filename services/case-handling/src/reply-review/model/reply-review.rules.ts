import { STAFF_ROLES } from '@redress/kernel';
import { defineAction } from '../../complaint-case/model/action.model';
import type { CaseRule } from '../../complaint-case/model/case.rules';
import { OPEN_STATES } from '../../complaint-case/model/case.transitions';
import { waitingDraft } from './reply-review.model';

/** One reply is reviewed before the next is written. */
export const noReplyWaiting: CaseRule = ({ case: current }) =>
  waitingDraft(current) === undefined ? undefined : { code: 'CASE_REPLY_AWAITS_REVIEW' };

export const reviewReplyAction = defineAction({
  action: 'REVIEW_REPLY',
  description: 'Mutation `reviewReply`.',
  roles: STAFF_ROLES.filter((role) => role !== 'analyst' && role !== 'auditor'),
  states: OPEN_STATES,
  performers: ({ regulation }) => regulation.reply?.reviewedBy,
  rules: [
    ({ actor, case: current }) => {
      const draft = waitingDraft(current);
      if (draft === undefined) return { code: 'CASE_NO_REPLY_TO_REVIEW' };
      return draft.by === actor.subject ? { code: 'CASE_OWN_REPLY' } : undefined;
    },
  ],
});
