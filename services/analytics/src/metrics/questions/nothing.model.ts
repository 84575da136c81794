import { metric, type MetricName } from '../model/metric-registry.model';
import type { MetricFigure } from '../model/metrics-answer.model';

/** The figures of a group without anything in it: counts are zero, a mean or a share of nothing is none. */
export function figuresOfNothing(metrics: readonly MetricName[]): readonly MetricFigure[] {
  return metrics.map(metric).flatMap(({ name, unit, measure: { kind } }): MetricFigure[] => {
    if (kind !== 'count' && kind !== 'distinct') return [];
    return [{ metric: name, statistic: kind === 'count' ? 'COUNT' : 'DISTINCT', unit, value: '0' }];
  });
}
