import type { InsertRow } from '@redress/persistence';
import { json } from '@redress/persistence';
import { seriesKey } from '../model/series.model';
import type { Signal } from '../model/signal.model';

/** A signal as its table has it. */
export interface SignalRow extends Pick<
  Signal,
  | 'id'
  | 'version'
  | 'state'
  | 'figure'
  | 'dimension'
  | 'value'
  | 'grain'
  | 'rule'
  | 'windowFrom'
  | 'windowTo'
  | 'score'
  | 'openedAt'
> {
  readonly observed: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly probability: number;
  readonly chart: string;
  readonly asOfPosition: string;
  readonly asOfTime: Date;
  readonly asOfComplete: number;
  readonly metricVersion: number;
  readonly endedOn: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

export const SIGNAL_COLUMNS = `r.id, r.version, r.state, r.figure, r.dimension, r.series_value AS value, r.grain, r.rule,
  r.window_from AS windowFrom, r.window_to AS windowTo, r.observed, r.expected, r.lower_limit AS lower,
  r.upper_limit AS upper, r.probability, r.score, r.chart, r.as_of_position AS asOfPosition, r.as_of_time AS asOfTime,
  r.as_of_complete AS asOfComplete, r.metric_version AS metricVersion, r.ended_on AS endedOn, r.opened_at AS openedAt,
  r.decided_by AS decidedBy, r.decided_at AS decidedAt, r.reason`;

export function signalOf({ asOfPosition, asOfTime, asOfComplete, metricVersion, ...row }: SignalRow): Signal {
  const { endedOn, decidedBy, decidedAt, reason, ...plain } = row;
  return {
    ...plain,
    observed: Number(row.observed),
    expected: Number(row.expected),
    lower: Number(row.lower),
    upper: Number(row.upper),
    probability: Number(row.probability),
    chart: JSON.parse(row.chart) as Signal['chart'],
    asOf: { position: BigInt(asOfPosition), time: asOfTime, complete: Number(asOfComplete) === 1, metricVersion },
    ...(endedOn === null ? {} : { endedOn }),
    ...(decidedBy === null ? {} : { decidedBy }),
    ...(decidedAt === null ? {} : { decidedAt }),
    ...(reason === null ? {} : { reason }),
  };
}

export function signalRow(signal: Signal): InsertRow {
  const { id, version, state, figure, dimension, grain, rule, observed, expected, probability, score, asOf } = signal;
  return {
    ...{ id, version, state, figure, dimension, grain, rule, observed, expected, probability, score },
    series_value: signal.value,
    ongoing_series: signal.endedOn === undefined ? seriesKey(signal) : null,
    window_from: signal.windowFrom,
    window_to: signal.windowTo,
    lower_limit: signal.lower,
    upper_limit: signal.upper,
    chart: json(signal.chart),
    as_of_position: asOf.position,
    as_of_time: asOf.time,
    as_of_complete: asOf.complete ? 1 : 0,
    metric_version: asOf.metricVersion,
    ended_on: signal.endedOn ?? null,
    opened_at: signal.openedAt,
    decided_by: signal.decidedBy ?? null,
    decided_at: signal.decidedAt ?? null,
    reason: signal.reason ?? null,
  };
}
