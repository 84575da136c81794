import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { comingFrom, levelProvision } from '../model/level.model';
import { permitted } from '../model/permitted.model';
import { unfitText } from '../model/written-text.rules';

/** A person sets another level than the facts give, in a direction that the regulation permits. */
export function decideLevel(
  situation: Situation,
  { level, reason }: { readonly level: string; readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('CHANGE_LEVEL', situation);
  if (!permission.ok) return permission;
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const { plan, case: current, actor } = situation;
  const levels = plan?.regulation.levels;
  const next = levelProvision(plan, level);
  const path = ['input', 'level'];
  if (levels === undefined || next === undefined || level === current.level) {
    const allowed = (levels?.values ?? []).map((each) => each.level).filter((each) => each !== current.level);
    return refuse({ code: 'CASE_LEVEL_UNKNOWN', path, details: { allowed } });
  }
  const rank = levelProvision(plan, current.level)?.rank ?? -1;
  if (levels.direction === 'UP_ONLY' && next.rank < rank) return refuse({ code: 'CASE_LEVEL_ONLY_RISES', path });
  return accept(
    take(
      courseOf(current),
      {
        type: 'LEVEL_CHANGED',
        at: context.now,
        by: actor.subject,
        changeId: context.newId(),
        ...comingFrom(plan, { from: current.level, to: level }),
        level,
        track: next.track,
        because: [],
        automatic: false,
        reason,
      },
      context,
    ),
  );
}
