import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { fileOf, filingOf } from '../model/archive.model';

/** Archives a case that was closed before its regulation had an archive. */
export function decideArchiving(situation: Situation, context: DecisionContext): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('ARCHIVE_CASE', situation);
  if (!permission.ok) return permission;
  const { case: current, plan, actor } = situation;
  const filing = filingOf(plan, current.number, current.closedAt ?? context.now);
  if (filing === undefined) return refuse({ code: 'CASE_ARCHIVE_NOT_REGULATED' });
  const fact = { type: 'CASE_ARCHIVED', at: context.now, by: actor.subject, filing, again: false } as const;
  return accept(take(courseOf(current), fact, context));
}

/** Keeps a file from being destroyed. */
export function decideHold(
  situation: Situation,
  { reason }: { readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('PLACE_LEGAL_HOLD', situation);
  if (!permission.ok) return permission;
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const cause = { at: context.now, by: situation.actor.subject };
  const holds = (fileOf(situation.case)?.holds.length ?? 0) + 1;
  const fact = { type: 'LEGAL_HOLD_PLACED', ...cause, holdId: context.newId(), reason, holds } as const;
  return accept(take(courseOf(situation.case), fact, context));
}

/** Ends a hold. */
export function decideLifting(
  situation: Situation,
  { holdId }: { readonly holdId: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('LIFT_LEGAL_HOLD', situation);
  if (!permission.ok) return permission;
  const held = fileOf(situation.case)?.holds ?? [];
  if (!held.includes(holdId)) return refuse({ code: 'CASE_HOLD_UNKNOWN', path: ['input', 'holdId'] });
  const cause = { at: context.now, by: situation.actor.subject };
  const fact = { type: 'LEGAL_HOLD_LIFTED', ...cause, holdId, holds: held.length - 1 } as const;
  return accept(take(courseOf(situation.case), fact, context));
}
