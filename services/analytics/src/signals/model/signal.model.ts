import type { ControlChart, Grain } from './control-chart.model';
import type { SignalRule } from './rule-definitions.model';
import type { SeriesName } from './series.model';
import type { SignalState } from './signal.transitions';

/** What the figures of a signal take into account. */
export interface SignalAsOf {
  readonly position: bigint;
  readonly time: Date;
  readonly complete: boolean;
  readonly metricVersion: number;
}

/** A rise that is more than chance. */
export interface Signal extends SeriesName {
  readonly id: string;
  readonly version: number;
  readonly state: SignalState;
  readonly grain: Grain;
  readonly rule: SignalRule;
  /** Local days from which, and up to and without which, it rests on what was observed. */
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly observed: number;
  readonly expected: number;
  /** Limits at the latest point. */
  readonly lower: number;
  readonly upper: number;
  /** The chance of so much or more, had nothing changed; the smallest while it lasts. */
  readonly probability: number;
  /** For ranking: minus the logarithm of the probability, in thousandths. */
  readonly score: number;
  /** The points that it was found by, as they were then. */
  readonly chart: ControlChart;
  readonly asOf: SignalAsOf;
  /** Local day up to which the rise lasted; absent while it goes on. */
  readonly endedOn?: string;
  readonly openedAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly reason?: string;
}

const MOST = 300;

/** A rank from a probability; ranks beyond what can be told apart are equal. */
export function scoreOf(probability: number): number {
  return Math.round(1000 * Math.min(MOST, -Math.log10(Math.max(probability, 10 ** -MOST))));
}
