import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { openInquiries } from '../model/open-inquiries.model';

/** Why a stage was late, and what is done so that it does not happen again. */
export interface AnswerInquiry {
  readonly paperId: string;
  readonly cause: string;
  readonly measure: string;
}

/** Answers an inquiry into the cause of a delay; each is answered once. */
export function decideAnswer(
  situation: Situation,
  { paperId, cause, measure }: AnswerInquiry,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const { case: current, actor } = situation;
  const inquiry = openInquiries(current).find((each) => each.paperId === paperId);
  if (inquiry === undefined) {
    const allowed = openInquiries(current).map((each) => each.paperId);
    return refuse({ code: 'CASE_INQUIRY_NOT_OPEN', path: ['input', 'paperId'], details: { allowed } });
  }
  const { stage } = inquiry;
  const permission = permitted('ANSWER_OVERDUE_INQUIRY', { ...situation, stage });
  if (!permission.ok) return permission;
  const [first, ...others] = [unfitText(cause, 'cause'), unfitText(measure, 'measure')].flatMap((each) => each ?? []);
  if (first !== undefined) return refuse(first, ...others);
  return accept(
    take(
      courseOf(current),
      { type: 'OVERDUE_INQUIRY_ANSWERED', at: context.now, by: actor.subject, stage, paperId, cause, measure },
      context,
    ),
  );
}
