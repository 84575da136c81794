import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import { stateForbids, type CaseRefusal, type Situation } from '../../complaint-case/model/case.rules';
import { caseMachine, type CaseAction } from '../../complaint-case/model/case.transitions';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { withReply } from '../../complaint-case/send-reply/reply-course.model';
import { REPLY_ACTION } from '../../complaint-case/send-reply/send-reply.command';
import { promisedTooEarly } from '../model/promise.rules';
import type { ReplyDraft } from '../model/reply-review.model';

/** What a reviewer says of a written reply. */
export interface ReviewReply {
  readonly approve: boolean;
  /** Why it goes back to its author. */
  readonly reason?: string;
}

/** A written reply goes out by the approval of its reviewer, or back to its author. */
export function decideReview(
  situation: Situation,
  { approve, reason }: ReviewReply,
  { draft, context }: { readonly draft: ReplyDraft | undefined; readonly context: DecisionContext },
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('REVIEW_REPLY', situation);
  if (!permission.ok) return permission;
  if (draft === undefined) return refuse({ code: 'CASE_NO_REPLY_TO_REVIEW' });
  const unfit = approve ? unfitToSend(situation, draft) : unfitText(reason ?? '', 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const { actor, case: current } = situation;
  const reviewed = take(
    courseOf(current),
    {
      type: 'REPLY_REVIEWED',
      at: context.now,
      by: actor.subject,
      replyId: draft.id,
      approved: approve,
      ...present({ reason }),
    },
    context,
  );
  if (!approve) return accept(reviewed);
  const { purpose, form, text, submittedBy } = draft;
  const reply = {
    purpose,
    form,
    text,
    by: submittedBy,
    reviewedBy: actor.subject,
    ...present({ reason: draft.reason }),
  };
  return accept(withReply(reviewed, reply, context));
}

/** The case may have moved on since the reply was written. */
function unfitToSend(situation: Situation, { purpose, text }: ReplyDraft): CaseRefusal | undefined {
  const { case: current } = situation;
  const action = REPLY_ACTION[purpose];
  if (purpose === 'DECISION' && current.resolution?.state !== 'APPROVED')
    return { code: 'CASE_NO_APPROVED_RESOLUTION' };
  const isMoving = action !== 'SEND_CLOSING_REPLY';
  if (isMoving && caseMachine.next(current.state, action as CaseAction) === undefined) {
    return stateForbids(action, situation);
  }
  return promisedTooEarly(situation, text)[0];
}
