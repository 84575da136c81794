import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export { Counter, Gauge, Histogram };

/** The registry of one process; pass it as `registers: [metrics]` to a `Counter`, `Gauge` or `Histogram`. */
export type Metrics = Registry;

/** Makes a registry with the process's own figures (CPU, memory, event-loop lag) and the service as a label of everything. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return registry;
}
