import type { DimensionName, MetricName, Statistic } from '../model/figures.model';
import type { Words } from '../model/report-definition.model';

/** How a section is drawn: one metric of it, over its first dimension; a heat map over its first two. */
export interface ChartTemplate {
  readonly kind: 'BAR' | 'LINE' | 'PIE' | 'HEAT_MAP';
  readonly metric: MetricName;
  /** Of a duration; the first statistic unless told. */
  readonly statistic?: Statistic;
}

/** A question for figures that makes a section. */
export interface FiguresTemplate {
  readonly title: Words;
  readonly metrics: readonly MetricName[];
  readonly groupBy: readonly DimensionName[];
  /** The period alone unless told, else so many months that end with it. */
  readonly months?: number;
  readonly chart?: ChartTemplate;
}

/** What a regulation asks for and nobody records: said, so that nobody takes its absence for a nought. */
export interface NotKeptTemplate {
  readonly title: Words;
  readonly notKept: Words;
}

/** Improvement points of the period: how many there were, what suggests them, or how far they are. */
export interface ImprovementsTemplate {
  readonly title: Words;
  readonly improvementPoints: 'FIGURES' | 'EVIDENCE' | 'COURSE';
}

/** What makes a section of a report. */
export type SectionTemplate = FiguresTemplate | ImprovementsTemplate | NotKeptTemplate;
