import type { Situation } from '../../complaint-case/model/case.rules';
import { stageStates } from '../../complaint-case/model/stage-states.model';

/** Where the work of an investigation can still be done. */
const INVESTIGABLE: readonly string[] = ['INVESTIGATION', 'RESOLUTION', 'REPLY'];

/**
 * The stages that measures without effect lead back to: the one that the regulation names and what comes after it, or,
 * where it names none or it can no longer be done, the measures themselves.
 */
export function stagesToRedo({ plan, case: current, now }: Situation): readonly string[] {
  if (plan === undefined) return [];
  const { loopsBackTo } = plan.regulation.actions ?? {};
  const states = stageStates(plan, current, now).filter(({ state }) => state !== 'NOT_PLANNED');
  const canLoop = loopsBackTo !== undefined && INVESTIGABLE.includes(current.state);
  const redone = new Set(
    states
      .filter(({ planned: { stage, kind } }) =>
        canLoop ? stage === loopsBackTo : kind === 'CORRECTIVE_ACTION' || kind === 'EFFECT_CHECK',
      )
      .map(({ planned }) => planned.stage),
  );
  let before = -1;
  while (canLoop && redone.size > before) {
    before = redone.size;
    for (const { planned } of states)
      if (planned.after?.some((stage) => redone.has(stage)) === true) redone.add(planned.stage);
  }
  return states
    .filter(({ planned, record }) => redone.has(planned.stage) && record !== undefined && record.state !== 'OPEN')
    .map(({ planned }) => planned.stage);
}

/** Whether the case itself has to go back, so that its cause can be looked into again. */
export function goesBack({ plan, case: current }: Situation): boolean {
  return plan?.regulation.actions?.loopsBackTo !== undefined && current.state === 'REPLY';
}
