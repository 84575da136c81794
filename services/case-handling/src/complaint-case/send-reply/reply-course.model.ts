import { CLOSING_PURPOSES } from '../../validity/model/closing-reply.rules';
import type { ReplyForm } from '../model/case.model';
import { executedIfComplete } from '../model/closing.model';
import { asksForConsent } from '../model/consent.model';
import { take, type Course, type DecisionContext } from '../model/course.model';
import { present } from '../model/present-members.model';
import type { SentPurpose } from '../model/sent-purpose.model';

const BY = 'system:case-handling';

/** A reply as it goes out. */
export interface SentReply {
  readonly purpose: SentPurpose;
  readonly form: ReplyForm;
  readonly text: string;
  readonly by: string;
  /** Why it is not in writing, where the regulation asks. */
  readonly reason?: string;
  readonly reviewedBy?: string;
}

/** Sends a reply. Where the regulation asks for no consent, the decision is carried out at once. */
export function withReply(course: Course, reply: SentReply, context: DecisionContext): Course {
  const { case: current } = course;
  const { purpose, reason, reviewedBy, ...rest } = reply;
  const told = take(
    course,
    {
      type: 'REPLY_SENT',
      at: context.now,
      ...rest,
      replyId: context.newId(),
      ...(purpose === 'DECISION' && current.resolution !== undefined ? { resolutionId: current.resolution.id } : {}),
      purpose,
      closes: CLOSING_PURPOSES.some((closing) => closing === purpose),
      firstReply: current.firstReplyAt === undefined,
      ...present({ reason, reviewedBy }),
    },
    context,
  );
  return purpose === 'DECISION' ? carriedOutWithoutConsent(told, context) : told;
}

function carriedOutWithoutConsent(course: Course, context: DecisionContext): Course {
  const { resolution } = course.case;
  if (resolution === undefined || asksForConsent(context.plan, course.case, context.now)) return course;
  const recorded = take(
    course,
    {
      type: 'CONSENT_RECORDED',
      at: context.now,
      by: BY,
      consentId: context.newId(),
      resolutionId: resolution.id,
      decision: 'NOT_REQUIRED',
    },
    context,
  );
  return executedIfComplete(recorded, BY, context);
}
