import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { CaseRefusal, Situation } from '../model/case.rules';
import { closed } from '../model/closing.model';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { unfitText } from '../model/written-text.rules';

/** Why a complaint is not accepted, and what its complainant is told. */
export interface RefuseAcceptance {
  readonly ground: string;
  readonly reason: string;
  readonly reply: string;
}

/** Refuses a complaint for a ground of the regulation; the polite reply is part of it, and the case ends. */
export function decideRefusal(
  situation: Situation,
  { ground, reason, reply }: RefuseAcceptance,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('REFUSE_ACCEPTANCE', situation);
  if (!permission.ok) return permission;
  const [first, ...others] = [
    ...unknownGround(situation, ground),
    ...[unfitText(reason, 'reason') ?? []].flat(),
    ...[unfitText(reply, 'reply') ?? []].flat(),
  ];
  if (first !== undefined) return refuse(first, ...others);
  const { case: current, actor } = situation;
  const by = { at: context.now, by: actor.subject };
  const refused = take(courseOf(current), { type: 'ACCEPTANCE_REFUSED', ...by, ground, reason }, context);
  const told = take(
    refused,
    {
      type: 'REPLY_SENT',
      ...by,
      replyId: context.newId(),
      purpose: 'REFUSAL',
      form: 'WRITTEN',
      text: reply,
      firstReply: current.firstReplyAt === undefined,
    },
    context,
  );
  return accept(closed(told, 'REFUSED', actor.subject, context));
}

function unknownGround({ plan }: Situation, ground: string): CaseRefusal[] {
  const allowed = (plan?.regulation.acceptance?.grounds ?? []).map((each) => each.ground);
  return allowed.includes(ground)
    ? []
    : [{ code: 'CASE_GROUND_UNKNOWN', path: ['input', 'ground'], facts: { ground }, details: { allowed } }];
}
