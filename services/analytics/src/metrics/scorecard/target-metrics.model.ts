import type { DimensionName } from '../model/dimension.model';
import type { MetricName } from '../model/metric-registry.model';

/** Where the figure comes from that a regulation holds a target against. */
export type TargetSource =
  /** A metric; `by` where the text asks for a comparison and not for one figure. */
  | { readonly kind: 'METRIC'; readonly metric: MetricName; readonly by?: DimensionName }
  /** Recorded by a person, since no event tells it; until then a metric that comes near it, where there is one. */
  | { readonly kind: 'OUTSIDE'; readonly near?: MetricName }
  /** How many improvement points were found. */
  | { readonly kind: 'IMPROVEMENT_POINTS' };

const of = (metric: MetricName, by?: DimensionName): TargetSource => ({
  kind: 'METRIC',
  metric,
  ...(by === undefined ? {} : { by }),
});
const outside: TargetSource = { kind: 'OUTSIDE' };

/** Every figure that the regulations name, and what answers for it. */
export const TARGET_SOURCES: Readonly<Record<string, TargetSource>> = {
  'complaint-count': of('COMPLAINTS_RECEIVED'),
  'type-distribution': of('COMPLAINTS_RECEIVED', 'ITEM_TYPE'),
  'region-comparison': of('COMPLAINTS_RECEIVED', 'REGION'),
  timeliness: of('TIMELY_RATE'),
  'deadline-attainment': of('DEADLINE_ATTAINMENT'),
  'timeliness-by-department': of('DEADLINE_ATTAINMENT', 'DEPARTMENT'),
  'response-time': of('TIME_TO_FIRST_REPLY'),
  'major-handled-in-time': of('MAJOR_IN_TIME_RATE'),
  'resolution-rate': of('RESOLUTION_RATE'),
  'solution-rate': of('RESOLUTION_RATE'),
  'closed-loop-rate': of('CLOSURE_RATE'),
  'repeat-complaints': of('REPEAT_RATE'),
  'escalated-complaints': of('ESCALATION_RATE'),
  'at-fault-complaints': of('AT_FAULT_RATE'),
  satisfaction: of('SATISFACTION_RATE'),
  'complaint-satisfaction-rate': of('SATISFACTION_RATE'),
  'survey-satisfied-share': of('SURVEY_SATISFACTION_RATE'),
  'service-attitude': of('SATISFACTION_WITH_ATTITUDE'),
  'work-efficiency': of('SATISFACTION_WITH_EFFICIENCY'),
  'improvement-points': { kind: 'IMPROVEMENT_POINTS' },
  // Whether stages were skipped for a reason is not in any event; that none was late is the nearest that is.
  'process-compliance': { kind: 'OUTSIDE', near: 'TIMELY_RATE' },
  'customer-churn': outside,
  'training-coverage': outside,
  'staff-satisfaction': outside,
  'service-quality': outside,
  'professional-knowledge': outside,
  'professional-skill': outside,
  accuracy: outside,
};

/** Figures that a person records. */
export const OUTSIDE_FIGURES: readonly string[] = Object.entries(TARGET_SOURCES).flatMap(([name, { kind }]) =>
  kind === 'OUTSIDE' ? [name] : [],
);
