import { metric, type MetricName } from '../model/metric-registry.model';
import type { MetricSet } from './engine.model';

/**
 * Cuts the asked metrics into sets that one statement can answer: those of one fact and one anchor; sums of money apart,
 * since they are by currency, and each span of time apart, since its percentiles need its own order.
 */
export function metricSets(names: readonly MetricName[]): readonly MetricSet[] {
  const sets = new Map<string, MetricSet>();
  for (const definition of names.map(metric)) {
    const { fact, anchor, measure, name } = definition;
    const apart =
      measure.kind === 'duration' || measure.kind === 'worked'
        ? name
        : measure.kind === 'sum'
          ? `in ${measure.currency}`
          : '';
    const key = `${fact}/${anchor}/${apart}`;
    const set = sets.get(key);
    sets.set(key, { fact, anchor, metrics: [...(set?.metrics ?? []), definition] });
  }
  return [...sets.values()];
}
