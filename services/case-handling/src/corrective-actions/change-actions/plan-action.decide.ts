import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { CaseRefusal, Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { roleOf } from '../../complaint-case/model/performs.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { actionsOf, type ActionFactor, type ActionKind } from '../model/corrective-action.model';
import { kindsOf } from '../model/corrective-action.rules';

/** What is to be done, by whom and by when. */
export interface PlanAction {
  readonly kind: ActionKind;
  readonly description: string;
  /** Subject, role or party. */
  readonly owner: string;
  readonly dueAt: Date;
  readonly permanent: boolean;
  readonly factor?: ActionFactor;
  readonly newProblemCheck?: string;
}

const MOST_ACTIONS = 100;

/** Plans an action. The owner is a colleague, or a role or party that the regulation knows. */
export function decidePlanning(
  situation: Situation,
  request: PlanAction,
  { ownerIsStaff, context }: { readonly ownerIsStaff: boolean; readonly context: DecisionContext },
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted(request.kind === 'CONTAINMENT' ? 'PLAN_CONTAINMENT' : 'PLAN_ACTION', situation);
  if (!permission.ok) return permission;
  const { plan, case: current, actor } = situation;
  const allowed = kindsOf(plan);
  const refusals: readonly (CaseRefusal | undefined)[] = [
    allowed.includes(request.kind)
      ? undefined
      : { code: 'CASE_ACTION_KIND_UNKNOWN', path: ['input', 'kind'], details: { allowed } },
    ownerIsStaff || roleOf(request.owner, plan) !== undefined
      ? undefined
      : { code: 'CASE_ASSIGNEE_UNKNOWN', path: ['input', 'owner'] },
    request.dueAt > context.now ? undefined : { code: 'CASE_DATE_NOT_LATER', path: ['input', 'dueAt'] },
    unfitText(request.description, 'description'),
    request.newProblemCheck === undefined ? undefined : unfitText(request.newProblemCheck, 'newProblemCheck'),
    actionsOf(current).length < MOST_ACTIONS
      ? undefined
      : { code: 'INPUT_INVALID', path: ['input'], details: { limit: MOST_ACTIONS } },
  ];
  const [first, ...others] = refusals.filter((refusal) => refusal !== undefined);
  if (first !== undefined) return refuse(first, ...others);
  const cause = { at: context.now, by: actor.subject };
  return accept(
    take(courseOf(current), { type: 'ACTION_PLANNED', ...cause, actionId: context.newId(), ...request }, context),
  );
}
