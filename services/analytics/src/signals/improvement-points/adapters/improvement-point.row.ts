import { json, type InsertRow } from '@redress/persistence';
import { dayAfter } from '../../model/series.model';
import type { ImprovementPoint } from '../model/improvement-point.model';

type Optional =
  | 'signalId'
  | 'owner'
  | 'measure'
  | 'dueOn'
  | 'adoptedOn'
  | 'completedOn'
  | 'effectDays'
  | 'decidedBy'
  | 'decidedAt'
  | 'reason';

/** An improvement point as its table has it. */
export type ImprovementPointRow = Omit<ImprovementPoint, Optional | 'evidence' | 'effect' | 'asOf'> & {
  readonly [Name in Optional]: NonNullable<ImprovementPoint[Name]> | null;
} & {
  readonly evidence: string;
  readonly effect: string | null;
  readonly asOfPosition: string;
  readonly asOfTime: Date;
  readonly asOfComplete: number;
  readonly metricVersion: number;
};

export const POINT_COLUMNS = `i.id, i.version, i.state, i.found_in AS foundIn, i.place, i.source, i.signal_id AS signalId,
  i.figure, i.dimension, i.series_value AS value, i.evidence, i.as_of_position AS asOfPosition, i.as_of_time AS asOfTime,
  i.as_of_complete AS asOfComplete, i.metric_version AS metricVersion, i.proposed_at AS proposedAt, i.owner, i.measure,
  i.due_on AS dueOn, i.adopted_on AS adoptedOn, i.completed_on AS completedOn, i.effect_days AS effectDays, i.effect,
  i.decided_by AS decidedBy, i.decided_at AS decidedAt, i.reason`;

export function pointOf(row: ImprovementPointRow): ImprovementPoint {
  const { evidence, effect, asOfPosition, asOfTime, asOfComplete, metricVersion, ...plain } = row;
  const known = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null)) as unknown as Omit<
    ImprovementPoint,
    'evidence' | 'effect' | 'asOf'
  >;
  return {
    ...known,
    evidence: JSON.parse(evidence) as ImprovementPoint['evidence'],
    asOf: { position: BigInt(asOfPosition), time: asOfTime, complete: Number(asOfComplete) === 1, metricVersion },
    ...(effect === null ? {} : { effect: JSON.parse(effect) as NonNullable<ImprovementPoint['effect']> }),
  };
}

export function pointRow(point: ImprovementPoint): InsertRow {
  const { id, version, state, place, source, figure, dimension, asOf } = point;
  return {
    ...{ id, version, state, place, source, figure, dimension },
    found_in: point.foundIn,
    signal_id: point.signalId ?? null,
    series_value: point.value,
    evidence: json(point.evidence),
    as_of_position: asOf.position,
    as_of_time: asOf.time,
    as_of_complete: asOf.complete ? 1 : 0,
    metric_version: asOf.metricVersion,
    proposed_at: point.proposedAt,
    owner: point.owner ?? null,
    measure: point.measure ?? null,
    due_on: point.dueOn ?? null,
    adopted_on: point.adoptedOn ?? null,
    completed_on: point.completedOn ?? null,
    effect_days: point.effectDays ?? null,
    measure_from: measurableFrom(point) ?? null,
    effect: point.effect === undefined ? null : json(point.effect),
    decided_by: point.decidedBy ?? null,
    decided_at: point.decidedAt ?? null,
    reason: point.reason ?? null,
  };
}

/** The first local day on which all days of the window after the completion are over. */
function measurableFrom({ state, completedOn, effectDays }: ImprovementPoint): string | undefined {
  if (state !== 'DONE' || completedOn === undefined || effectDays === undefined) return undefined;
  return dayAfter(completedOn, effectDays + 1);
}
