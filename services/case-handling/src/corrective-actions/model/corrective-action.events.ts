import { actionCompleted, actionEffectChecked, actionPlanned, actionsExempted } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../../complaint-case/model/fact.model';
import type { StageRecord } from '../../complaint-case/model/stage-record.model';
import {
  actionsOf,
  exempted,
  withActions,
  withActionsIn,
  type ActionFactor,
  type ActionKind,
} from './corrective-action.model';
import { returnedEightD } from '../../eight-d/model/eight-d.model';

export interface ActionPlanned extends Fact<'ACTION_PLANNED'> {
  readonly actionId: string;
  readonly kind: ActionKind;
  readonly description: string;
  readonly owner: string;
  readonly permanent: boolean;
  readonly factor?: ActionFactor;
  /** Why the action creates no new problem. */
  readonly newProblemCheck?: string;
  readonly dueAt: Date;
}
export interface ActionCompleted extends Fact<'ACTION_COMPLETED'> {
  readonly actionId: string;
  readonly outcome: string;
  readonly inTime: boolean;
  /** Whether no other action of the case is open. */
  readonly last: boolean;
}
export interface ActionEffectChecked extends Fact<'ACTION_EFFECT_CHECKED'> {
  readonly checkId: string;
  readonly actionIds: readonly string[];
  readonly effective: boolean;
  readonly findings: string;
  readonly newProblems?: string;
  /** Whether no action of the case is left to be checked. */
  readonly complete: boolean;
  /** Stages to be done anew, where there is no effect. */
  readonly reopened: readonly string[];
  readonly goesBack: boolean;
  /** The 8D report that rests on the measures. */
  readonly reportId?: string;
}
export interface ActionsExempted extends Fact<'ACTIONS_EXEMPTED'> {
  readonly exemptionId: string;
  readonly reason: string;
}

export const actionPlannedFact = defineFact<ActionPlanned>({
  type: 'ACTION_PLANNED',
  description: 'An action against a fault or its recurrence was planned.',
  stageKinds: ['CORRECTIVE_ACTION'],
  effect: (current, { actionId: id, kind, owner, dueAt }) =>
    withActions(current, [...actionsOf(current), { id, kind, state: 'PLANNED', owner, dueAt: dueAt.toISOString() }]),
  reopens: ({ kind }) => (kind === 'CONTAINMENT' ? [] : ['CORRECTIVE_ACTION', 'EFFECT_CHECK']),
  stores: (_, fact) => [
    {
      insert: 'corrective_action',
      rows: [
        {
          id: fact.actionId,
          kind: fact.kind,
          state: 'PLANNED',
          description: fact.description,
          owner: fact.owner,
          permanent: fact.permanent,
          factor: fact.factor ?? null,
          checks_new_problems: fact.newProblemCheck ?? null,
          due_at: fact.dueAt,
          planned_by: fact.by,
          planned_at: fact.at,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(actionPlanned, {
      ...keyOf(after),
      ...byOf(fact),
      actionId: fact.actionId,
      kind: fact.kind,
      permanent: fact.permanent,
      dueAt: fact.dueAt.toISOString(),
    }),
  details: ({ kind, owner, dueAt }) => ({ kind, owner, dueAt: dueAt.toISOString() }),
});

export const actionCompletedFact = defineFact<ActionCompleted>({
  type: 'ACTION_COMPLETED',
  description: 'An action was carried out.',
  stageKinds: ['CORRECTIVE_ACTION'],
  effect: (current, { actionId }) => withActionsIn(current, [actionId], 'COMPLETED'),
  finishes: ({ last }, { kind }) => last && kind === 'CORRECTIVE_ACTION',
  stores: (_, { actionId, outcome, at, by }) => [
    actionChange(actionId, { state: 'COMPLETED', outcome, completed_at: at, completed_by: by }),
  ],
  publish: (after, fact) =>
    event(actionCompleted, { ...keyOf(after), ...byOf(fact), actionId: fact.actionId, inTime: fact.inTime }),
  details: ({ actionId, inTime }) => ({ actionId, inTime }),
});

export const actionEffectCheckedFact = defineFact<ActionEffectChecked>({
  type: 'ACTION_EFFECT_CHECKED',
  description: 'It was checked whether the actions have an effect.',
  stageKinds: ['EFFECT_CHECK'],
  action: ({ goesBack }) => (goesBack ? 'RESTORE_RESOLUTION' : undefined),
  effect: (current, { actionIds, effective }) => {
    const checked = withActionsIn(current, actionIds, effective ? 'EFFECTIVE' : 'NOT_EFFECTIVE');
    return effective ? checked : { ...checked, ...returnedEightD({ ...current, ...checked }) };
  },
  finishes: ({ effective, complete }, { kind }) => effective && complete && kind === 'EFFECT_CHECK',
  progress: (_, { reopened, at, by }) =>
    reopened.map((stage): StageRecord => ({ stage, state: 'OPEN', at, by, approvals: [] })),
  stores: (_, fact): readonly RowChange[] => [
    {
      insert: 'effect_check',
      rows: [
        {
          id: fact.checkId,
          effective: fact.effective,
          findings: fact.findings,
          new_problems: fact.newProblems ?? null,
          action_ids: JSON.stringify(fact.actionIds),
          reopened: JSON.stringify(fact.reopened),
          checked_by: fact.by,
          checked_at: fact.at,
        },
      ],
    },
    ...fact.actionIds.map((id) =>
      actionChange(id, {
        state: fact.effective ? 'EFFECTIVE' : 'NOT_EFFECTIVE',
        effect: fact.findings,
        checked_at: fact.at,
        checked_by: fact.by,
      }),
    ),
    ...(fact.effective || fact.reportId === undefined
      ? []
      : [{ update: 'eight_d_report', key: { id: fact.reportId }, set: { state: 'RETURNED' } }]),
  ],
  publish: (after, fact) =>
    event(actionEffectChecked, {
      ...keyOf(after),
      ...byOf(fact),
      effective: fact.effective,
      actionIds: [...fact.actionIds],
      reopened: [...fact.reopened],
    }),
  details: ({ effective, actionIds, reopened }) => ({
    effective,
    actions: actionIds.length,
    ...(reopened.length === 0 ? {} : { reopened: reopened.join(', ') }),
  }),
});

export const actionsExemptedFact = defineFact<ActionsExempted>({
  type: 'ACTIONS_EXEMPTED',
  description: 'No improvement is tracked, for the reason that the regulation names.',
  stageKinds: ['CORRECTIVE_ACTION'],
  effect: exempted,
  finishes: (_, { kind }) => kind === 'CORRECTIVE_ACTION' || kind === 'EFFECT_CHECK',
  stores: (_, { exemptionId, reason, at, by }) => [
    { insert: 'action_exemption', rows: [{ id: exemptionId, reason, exempted_by: by, exempted_at: at }] },
  ],
  publish: (after, fact) => event(actionsExempted, { ...keyOf(after), ...byOf(fact) }),
});

function actionChange(id: string, set: Readonly<Record<string, unknown>>): RowChange {
  return { update: 'corrective_action', key: { id }, set };
}
