import { accept, refuse, type Outcome } from '@redress/kernel';
import { promisedTooEarly } from '../../reply-review/model/promise.rules';
import { unfitForm, usualForm } from '../../reply-review/model/reply-form.model';
import { isReviewed } from '../../reply-review/model/reply-review.model';
import { closingPurposes } from '../../validity/model/closing-reply.rules';
import { consequencesOf } from '../../validity/model/consequences.model';
import type { CaseRefusalCode } from '../model/case.errors';
import type { CaseRefusal, Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { present } from '../model/present-members.model';
import { unfitText } from '../model/written-text.rules';
import { withReply } from './reply-course.model';
import { REPLY_ACTION, type SendReply } from './send-reply.command';

/** What is told to the complainant, at once or, where the regulation has it reviewed, after its review. */
export function decideReply(
  situation: Situation,
  request: SendReply,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted(REPLY_ACTION[request.purpose], situation);
  if (!permission.ok) return permission;
  const { plan, actor } = situation;
  const { purpose, text, reason, form = usualForm(plan) } = request;
  const unfit = unfitText(text, 'text');
  const [first, ...others] = [
    ...(unfit === undefined ? [] : [unfit]),
    ...unfitForm(plan, form, reason),
    ...unfitPurpose(situation, request),
    ...promisedTooEarly(situation, text),
  ];
  if (first !== undefined) return refuse(first, ...others);
  const course = courseOf(situation.case);
  if (!isReviewed(plan, form)) {
    return accept(withReply(course, { purpose, form, text, by: actor.subject, ...present({ reason }) }, context));
  }
  return accept(
    take(
      course,
      {
        type: 'REPLY_SUBMITTED',
        at: context.now,
        by: actor.subject,
        replyId: context.newId(),
        ...{ purpose, form, text },
        ...present({ reason }),
      },
      context,
    ),
  );
}

/** A reply that closes says what the regulation asks for after such a finding. */
function unfitPurpose({ case: current, plan }: Situation, { purpose }: SendReply): readonly CaseRefusal[] {
  if (REPLY_ACTION[purpose] !== 'SEND_CLOSING_REPLY') return [];
  const allowed = closingPurposes(consequencesOf(plan, current.validity));
  return allowed.some((each) => each === purpose)
    ? []
    : [{ code: 'CASE_PURPOSE_NOT_ASKED', path: ['input', 'purpose'], details: { allowed } }];
}
