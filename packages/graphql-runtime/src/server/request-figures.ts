import { Counter, Histogram } from '@redress/observability';
import type { Metrics } from '@redress/observability';

/** What is counted about requests. */
export interface RequestFigures {
  observe(status: number, seconds: number): void;
  readonly countError: (code: string) => void;
}

const DURATION = 'redress_graphql_request_seconds';
const ERRORS = 'redress_graphql_errors_total';

/** Registers the figures, or finds them when an earlier server of this process has. */
export function requestFigures(metrics: Metrics): RequestFigures {
  const duration =
    (metrics.getSingleMetric(DURATION) as Histogram<'status'> | undefined) ??
    new Histogram({
      name: DURATION,
      help: 'Time to answer a GraphQL request that the gateway sent.',
      labelNames: ['status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [metrics],
    });
  const errors =
    (metrics.getSingleMetric(ERRORS) as Counter<'code'> | undefined) ??
    new Counter({
      name: ERRORS,
      help: 'Top-level GraphQL errors by code.',
      labelNames: ['code'],
      registers: [metrics],
    });
  return {
    observe: (status, seconds) => duration.observe({ status: String(status) }, seconds),
    countError: (code) => errors.inc({ code }),
  };
}
