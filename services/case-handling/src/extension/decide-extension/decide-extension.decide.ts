import { accept, refuse, type Outcome } from '@redress/kernel';
import { extendedDueAt, workingTimeOf, type DueDate } from '@redress/regulations';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { expectedBy } from '../model/expected-date.model';
import { openExtensions, runningClocks, type OpenExtension } from '../model/extensions.model';

/** Whether more time is given. */
export interface DecideExtension {
  readonly extensionId: string;
  readonly approved: boolean;
  /** For the files; why, when it is refused. */
  readonly note?: string;
  /** What the complainant is told; the expected date is added. */
  readonly notice?: string;
}

/** Approves or refuses more time; with the duty of notice, the complainant is told in the same breath. */
export function decideExtending(
  situation: Situation,
  decision: DecideExtension,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const { extensionId, approved, note } = decision;
  const { case: current, actor } = situation;
  const extension = openExtensions(current).find((each) => each.extensionId === extensionId);
  if (extension === undefined) {
    const allowed = openExtensions(current).map((each) => each.extensionId);
    return refuse({ code: 'CASE_EXTENSION_NOT_OPEN', path: ['input', 'extensionId'], details: { allowed } });
  }
  const { stage, clockId } = extension;
  const permission = permitted('DECIDE_EXTENSION', { ...situation, stage });
  if (!permission.ok) return permission;
  if (approved) return extended(situation, extension, decision, context);
  const unfit = unfitText(note ?? '', 'note');
  if (unfit !== undefined) return refuse(unfit);
  const refused = { at: context.now, by: actor.subject, stage, extensionId, clockId, note: note ?? '' };
  return accept(take(courseOf(current), { type: 'EXTENSION_REFUSED', ...refused }, context));
}

function extended(
  { case: current, actor, plan }: Situation,
  { extensionId, clockId, stage, duration }: OpenExtension,
  { note, notice }: DecideExtension,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const clock = runningClocks(current).find(({ id }) => id === clockId);
  if (plan === undefined || clock === undefined) return refuse({ code: 'CASE_EXTENSION_NOT_OPEN' });
  const isDue = plan.regulation.extension?.notice === true;
  const unfit = isDue || notice !== undefined ? unfitText(notice ?? '', 'notice') : undefined;
  if (unfit !== undefined) return refuse(unfit);
  const due = extendedDueAt(clock.due, duration, workingTimeOf(plan.settings));
  const by = { at: context.now, by: actor.subject };
  const course = take(
    courseOf(current),
    {
      type: 'CLOCK_EXTENDED',
      ...by,
      ...{ stage, extensionId, clockId, due, dueBefore: clock.due.dueAt },
      ...present({ note }),
    },
    context,
  );
  return accept(notice === undefined ? course : told(course, { ...by, text: noticeOf(notice, due) }, context));
}

function told(
  course: Course,
  reply: { readonly at: Date; readonly by: string; readonly text: string },
  context: DecisionContext,
): Course {
  const firstReply = course.case.firstReplyAt === undefined;
  const replyId = context.newId();
  return take(
    course,
    { type: 'REPLY_SENT', ...reply, replyId, purpose: 'PROGRESS', form: 'WRITTEN', firstReply },
    context,
  );
}

function noticeOf(notice: string, due: DueDate): string {
  return `${notice.trim()}\n\n预计解决时间 / Expected by: ${expectedBy(due)}`;
}
