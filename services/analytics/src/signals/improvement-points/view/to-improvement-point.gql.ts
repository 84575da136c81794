import { toGlobalId } from '@redress/graphql-runtime';
import type { ImprovementPoint as Point } from '../model/improvement-point.model';
import { titleOfPoint } from '../model/improvement-words.model';
import type { ImprovementPoint } from './improvement-point.gql';

/** A point as the graph shows it, without its signal, which is found when it is asked for. */
export type ShownPoint = Omit<ImprovementPoint, 'signal' | 'overdue'> & { readonly signalId: string | undefined };

export function toImprovementPoint(point: Point): ShownPoint {
  const { version, state, source, figure, dimension, value, evidence, asOf, proposedAt, effect } = point;
  return {
    ...{ version, state, source, figure, dimension, value, asOf, proposedAt },
    id: toGlobalId('ImprovementPoint', point.id),
    month: point.foundIn,
    title: titleOfPoint(point),
    signalId: point.signalId,
    evidence: { ...evidence, currency: evidence.currency ?? null },
    owner: point.owner ?? null,
    measure: point.measure ?? null,
    dueOn: point.dueOn ?? null,
    adoptedOn: point.adoptedOn ?? null,
    completedOn: point.completedOn ?? null,
    effectDays: point.effectDays ?? null,
    effect:
      effect === undefined
        ? null
        : { ...effect, change: effect.changePercent ?? null, measuredAt: new Date(effect.measuredAt) },
    decidedBy: point.decidedBy ?? null,
    decidedAt: point.decidedAt ?? null,
    reason: point.reason ?? null,
  };
}
