import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { actionsOf, type KnownAction } from '../model/corrective-action.model';
import { completableBy } from '../model/corrective-action.rules';

/** Notes that an action was carried out; the last of them finishes the stage for measures. */
export function decideCompletionOfAction(
  situation: Situation,
  { actionId, outcome }: { readonly actionId: string; readonly outcome: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('COMPLETE_ACTION', situation);
  if (!permission.ok) return permission;
  const action = completableBy(situation).find(({ id }) => id === actionId);
  if (action === undefined) return refuse({ code: 'CASE_ACTION_UNKNOWN', path: ['input', 'actionId'] });
  const unfit = unfitText(outcome, 'outcome');
  if (unfit !== undefined) return refuse(unfit);
  const { case: current, actor } = situation;
  const others = actionsOf(current).filter(({ id }) => id !== actionId);
  return accept(
    take(
      courseOf(current),
      {
        type: 'ACTION_COMPLETED',
        at: context.now,
        by: actor.subject,
        ...{ actionId, outcome },
        inTime: context.now.toISOString() <= action.dueAt,
        last: others.every(({ state }) => state !== 'PLANNED') && [action, ...others].some(dealsWithTheCause(actionId)),
      },
      context,
    ),
  );
}

/** Containment alone does not deal with the cause, nor does what turned out to have no effect. */
function dealsWithTheCause(completed: string): (action: KnownAction) => boolean {
  return ({ id, kind, state }) =>
    kind !== 'CONTAINMENT' && (id === completed || state === 'COMPLETED' || state === 'EFFECTIVE');
}
