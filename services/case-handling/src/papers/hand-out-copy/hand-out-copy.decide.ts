import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { paperProvision } from '../model/paper.model';

/** A paper of the case, with the copies that were handed out. */
export interface KnownPaper {
  readonly id: string;
  readonly paper: string;
  readonly handedOut: readonly number[];
}

/** A copy goes to the holder whom the regulation names for it. */
export function decideHandingOut(
  situation: Situation,
  { copy, to }: { readonly copy: number; readonly to?: string },
  { paper, context }: { readonly paper: KnownPaper | undefined; readonly context: DecisionContext },
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('HAND_OUT_COPY', situation);
  if (!permission.ok) return permission;
  if (paper === undefined) return refuse({ code: 'CASE_PAPER_UNKNOWN', path: ['input', 'paper'] });
  const copies = paperProvision(situation.plan, paper.paper)?.copies ?? [];
  const holder = copies.find((each) => each.copy === copy)?.holder;
  if (holder === undefined) {
    const allowed = copies.map((each) => String(each.copy));
    return refuse({ code: 'CASE_COPY_UNKNOWN', path: ['input', 'copy'], details: { allowed } });
  }
  if (paper.handedOut.includes(copy)) return refuse({ code: 'CASE_COPY_HANDED_OUT', path: ['input', 'copy'] });
  const { actor, case: current } = situation;
  const origin = { at: context.now, by: actor.subject, paperId: paper.id };
  return accept(
    take(courseOf(current), { type: 'PAPER_COPY_HANDED_OUT', ...origin, copy, holder, ...present({ to }) }, context),
  );
}
