import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { eightDOf } from '../../eight-d/model/eight-d.model';
import { unchecked } from '../model/corrective-action.rules';
import { goesBack, stagesToRedo } from '../model/loop-back.model';

/** Whether the measures have an effect, and whether they made new problems. */
export interface ConfirmEffect {
  readonly effective: boolean;
  readonly findings: string;
  readonly newProblems?: string;
  /** Absent for all that were carried out and not checked. */
  readonly actionIds?: readonly string[];
}

/** Checks the effect. A measure without effect, or with a new problem, leads back as the regulation says. */
export function decideEffect(
  situation: Situation,
  { effective, findings, newProblems, actionIds }: ConfirmEffect,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('CONFIRM_EFFECT', situation);
  if (!permission.ok) return permission;
  const open = unchecked(situation).map(({ id }) => id);
  const checked = actionIds ?? open;
  if (checked.some((id) => !open.includes(id))) {
    return refuse({ code: 'CASE_ACTION_UNKNOWN', path: ['input', 'actionIds'] });
  }
  const texts = [
    ['findings', findings] as const,
    ...(newProblems === undefined ? [] : [['newProblems', newProblems] as const]),
  ];
  const [unfit, ...others] = texts.flatMap(([field, text]) => unfitText(text, field) ?? []);
  if (unfit !== undefined) return refuse(unfit, ...others);
  const { case: current, actor } = situation;
  return accept(
    take(
      courseOf(current),
      {
        type: 'ACTION_EFFECT_CHECKED',
        at: context.now,
        by: actor.subject,
        checkId: context.newId(),
        actionIds: checked,
        ...{ effective, findings, complete: open.every((id) => checked.includes(id)) },
        reopened: effective ? [] : stagesToRedo(situation),
        goesBack: !effective && goesBack(situation),
        ...present({ newProblems, reportId: eightDOf(current)?.id }),
      },
      context,
    ),
  );
}

/** Notes that no improvement is tracked, for the reason that the regulation names. */
export function decideExemption(
  situation: Situation,
  { reason }: { readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('EXEMPT_ACTIONS', situation);
  if (!permission.ok) return permission;
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const cause = { at: context.now, by: situation.actor.subject };
  return accept(
    take(
      courseOf(situation.case),
      { type: 'ACTIONS_EXEMPTED', ...cause, exemptionId: context.newId(), reason },
      context,
    ),
  );
}
