import type { Metric } from './metric.model';
import { complaintCountsMetrics } from './registry/complaint-counts.model';
import { complaintRatesMetrics } from './registry/complaint-rates.model';
import { complaintTimesMetrics } from './registry/complaint-times.model';
import { returnsAndBooksMetrics } from './registry/returns-and-books.model';
import { satisfactionMetrics } from './registry/satisfaction.model';
import { settlementsMetrics } from './registry/settlements.model';
import { staffMetrics } from './registry/staff.model';
import { stagesMetrics } from './registry/stages.model';
import { stagesReachedMetrics } from './registry/stages-reached.model';

/** Version of the registry; it grows whenever a definition changes meaning, is added or goes. */
export const METRIC_VERSION = 5;

/** Every metric, in the order in which they are shown. */
export const METRICS = [
  ...complaintCountsMetrics,
  ...complaintRatesMetrics,
  ...complaintTimesMetrics,
  ...stagesMetrics,
  ...satisfactionMetrics,
  ...settlementsMetrics,
  ...returnsAndBooksMetrics,
  ...staffMetrics,
  ...stagesReachedMetrics,
] as const;

export type MetricName = (typeof METRICS)[number]['name'];

const byName = new Map<string, Metric<MetricName>>(METRICS.map((definition) => [definition.name, definition]));

/** The definition of a metric. */
export function metric(name: MetricName): Metric<MetricName> {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`metric ${name} has no definition`);
  return found;
}
