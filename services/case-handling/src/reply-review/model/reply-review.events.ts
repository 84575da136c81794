import { replyReviewed, replySubmitted } from '@redress/contracts';
import type { ReplyForm, ReplyPurpose } from '../../complaint-case/model/case.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { withDraft } from './reply-review.model';

export interface ReplySubmitted extends Fact<'REPLY_SUBMITTED'> {
  readonly replyId: string;
  readonly purpose: ReplyPurpose;
  readonly form: ReplyForm;
  readonly text: string;
  readonly reason?: string;
}
export interface ReplyReviewed extends Fact<'REPLY_REVIEWED'> {
  readonly replyId: string;
  readonly approved: boolean;
  readonly reason?: string;
}

export const replySubmittedFact = defineFact<ReplySubmitted>({
  type: 'REPLY_SUBMITTED',
  description: 'A written reply waits for its review.',
  stageKinds: ['REPLY', 'ANSWER', 'RESOLUTION'],
  effect: (current, { replyId, by }) => withDraft(current, { id: replyId, by }),
  stores: (_, { replyId: id, purpose, form, text, reason, at, by }) => [
    {
      insert: 'reply_draft',
      rows: [{ id, purpose, form, text, reason: reason ?? null, submitted_at: at, submitted_by: by, state: 'WAITING' }],
    },
  ],
  publish: (after, fact) => event(replySubmitted, { ...keyOf(after), ...byOf(fact), replyId: fact.replyId }),
  details: ({ form, purpose }) => ({ form, purpose }),
});

export const replyReviewedFact = defineFact<ReplyReviewed>({
  type: 'REPLY_REVIEWED',
  description: 'A written reply was approved, or returned to its author.',
  stageKinds: ['REPLY', 'ANSWER', 'RESOLUTION'],
  effect: (current) => withDraft(current, undefined),
  stores: (_, { replyId: id, approved, reason, at, by }) => [
    {
      update: 'reply_draft',
      key: { id },
      set: {
        state: approved ? 'APPROVED' : 'RETURNED',
        reviewed_at: at,
        reviewed_by: by,
        return_reason: reason ?? null,
      },
    },
  ],
  publish: (after, fact) =>
    event(replyReviewed, { ...keyOf(after), ...byOf(fact), replyId: fact.replyId, approved: fact.approved }),
  details: ({ approved }) => ({ approved }),
});
