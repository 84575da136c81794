import type { Figure, WatchedDimension } from '../../model/series.model';
import type { SignalAsOf } from '../../model/signal.model';
import type { ImprovementState } from './improvement-point.transitions';

export const IMPROVEMENT_SOURCES = ['SIGNAL', 'MOST_COMPLAINTS', 'MOST_COST'] as const;
/** Why an improvement is proposed: a rise, or the largest part of the complaints or of what they cost. */
export type ImprovementSource = (typeof IMPROVEMENT_SOURCES)[number];

/** The figures that suggest it, frozen. */
export interface ImprovementEvidence {
  /** Local days of the window, the last without. */
  readonly from: string;
  readonly to: string;
  /** A count, or an amount in major units of `currency`. */
  readonly observed: string;
  /** What was expected (a rise), or the whole of which it is a part. */
  readonly comparedWith: string;
  readonly currency?: string;
}

/** A figure over a window: so many of so much. */
export interface Measured {
  readonly from: string;
  readonly to: string;
  readonly observed: number;
  /** Days, lines sold or complaints. */
  readonly exposure: number;
}

/** What became of the figure, over windows of equal length before the adoption and after the completion. */
export interface ImprovementEffect {
  readonly before: Measured;
  readonly after: Measured;
  /** Change of the rate or share, in percent; absent where there was nothing before. */
  readonly changePercent?: number;
  /** Two-sided chance of such a change or more, had nothing changed. */
  readonly probability: number;
  readonly significant: boolean;
  readonly measuredAt: string;
}

/** Something to be improved. */
export interface ImprovementPoint {
  readonly id: string;
  readonly version: number;
  readonly state: ImprovementState;
  /** Local month whose figures suggest it: `2026-11`. */
  readonly foundIn: string;
  /** Among those of its month, from 1. */
  readonly place: number;
  readonly source: ImprovementSource;
  readonly signalId?: string;
  /** By what its effect is measured. */
  readonly figure: Figure;
  readonly dimension: WatchedDimension;
  readonly value: string;
  readonly evidence: ImprovementEvidence;
  readonly asOf: SignalAsOf;
  readonly proposedAt: Date;
  readonly owner?: string;
  readonly measure?: string;
  readonly dueOn?: string;
  readonly adoptedOn?: string;
  readonly completedOn?: string;
  readonly effectDays?: number;
  readonly effect?: ImprovementEffect;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly reason?: string;
}

/** Over so many days the effect is measured unless told, and at least and at most. */
export const EFFECT_DAYS = { usual: 28, least: 7, most: 182 } as const;
