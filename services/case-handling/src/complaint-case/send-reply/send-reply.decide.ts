import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { executedIfComplete } from '../model/closing.model';
import { asksForConsent } from '../model/consent.model';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { unfitText } from '../model/written-text.rules';
import { REPLY_ACTION, type SendReply } from './send-reply.command';

const BY = 'system:case-handling';

/** What is told to the complainant. Where the regulation asks for no consent, the decision is carried out at once. */
export function decideReply(
  situation: Situation,
  { purpose, form, text }: SendReply,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted(REPLY_ACTION[purpose], situation);
  if (!permission.ok) return permission;
  const unfit = unfitText(text, 'text');
  if (unfit !== undefined) return refuse(unfit);
  const { case: current, actor } = situation;
  const replied = take(
    courseOf(current),
    {
      type: 'REPLY_SENT',
      at: context.now,
      by: actor.subject,
      replyId: context.newId(),
      ...(purpose === 'DECISION' && current.resolution !== undefined ? { resolutionId: current.resolution.id } : {}),
      purpose,
      form,
      text,
      firstReply: current.firstReplyAt === undefined,
    },
    context,
  );
  return accept(purpose === 'DECISION' ? carriedOutWithoutConsent(replied, context) : replied);
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
