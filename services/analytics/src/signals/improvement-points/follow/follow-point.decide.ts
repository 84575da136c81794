import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import type { SignalRefusal } from '../../model/signal.errors';
import { EFFECT_DAYS, type ImprovementPoint } from '../model/improvement-point.model';
import type { PointDecision } from '../model/point-decision.model';
import { improvementStates } from '../model/improvement-point.transitions';

const LONGEST = { owner: 255, measure: 2_000 };

/** Follows a point by one step. `today` is the local day. */
export function followPoint(
  point: ImprovementPoint,
  decision: PointDecision,
  { today, by, at }: { readonly today: string; readonly by: string; readonly at: Date },
): Outcome<ImprovementPoint, SignalRefusal> {
  const state = improvementStates.next(point.state, decision.action);
  if (state === undefined) return refuse(isInTheWay(point));
  const refusal = isUnsound(point, decision, today);
  if (refusal !== undefined) return refuse(refusal);
  const decided = { ...point, state, version: point.version + 1, decidedBy: by, decidedAt: at };
  switch (decision.action) {
    case 'adopt': {
      const { owner, measure, dueOn, effectDays } = decision;
      return accept({ ...decided, owner, measure, dueOn, effectDays, adoptedOn: today });
    }
    case 'reject':
      return accept({ ...decided, reason: decision.reason });
    case 'complete':
      return accept({ ...decided, reason: decision.reason, completedOn: decision.completedOn });
  }
}

function isInTheWay({ state }: ImprovementPoint): Refusal<SignalRefusal> {
  return {
    code: 'ANALYTICS_IMPROVEMENT_STATE',
    path: ['input', 'improvementPointId'],
    facts: { state },
    details: { currentState: state, allowed: improvementStates.actionsIn(state) },
  };
}

function isUnsound(
  { adoptedOn }: ImprovementPoint,
  decision: PointDecision,
  today: string,
): Refusal<SignalRefusal> | undefined {
  if (decision.action === 'complete') {
    const { completedOn } = decision;
    if (completedOn <= today && (adoptedOn === undefined || completedOn >= adoptedOn)) return undefined;
    return { code: 'ANALYTICS_IMPROVEMENT_COMPLETION_DAY_INVALID', path: ['input', 'completedOn'] };
  }
  if (decision.action === 'reject') return undefined;
  const { owner, measure, dueOn, effectDays } = decision;
  const { least, most } = EFFECT_DAYS;
  const named = isFilled(owner, LONGEST.owner) && isFilled(measure, LONGEST.measure);
  if (!named || effectDays < least || effectDays > most) {
    return {
      code: 'ANALYTICS_IMPROVEMENT_PLAN_INVALID',
      path: ['input'],
      facts: { least, most },
      details: { limit: most },
    };
  }
  return dueOn < today ? { code: 'ANALYTICS_IMPROVEMENT_DUE_DAY_PAST', path: ['input', 'dueOn'] } : undefined;
}

const isFilled = (text: string, longest: number): boolean => text.trim() !== '' && text.length <= longest;
