import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { unfitText } from '../model/written-text.rules';
import type { SendReply } from './send-reply.command';

/** What is told to the complainant. */
export function decideReply(
  situation: Situation,
  { purpose, form, text }: SendReply,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted(purpose === 'DECISION' ? 'SEND_REPLY' : 'SEND_PROGRESS', situation);
  if (!permission.ok) return permission;
  const unfit = unfitText(text, 'text');
  if (unfit !== undefined) return refuse(unfit);
  const { case: current, actor } = situation;
  return accept(
    take(
      courseOf(current),
      {
        type: 'REPLY_SENT',
        at: context.now,
        by: actor.subject,
        replyId: context.newId(),
        ...(purpose === 'PROGRESS' || current.resolution === undefined ? {} : { resolutionId: current.resolution.id }),
        form,
        text,
        firstReply: current.firstReplyAt === undefined,
      },
      context,
    ),
  );
}
