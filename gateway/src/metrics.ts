import { Counter, Gauge, Histogram, type Metrics } from '@redress/observability';
import type { SubgraphOutcome } from './subgraphs/subgraph-client';

/** What the gateway counts. Labels are closed sets. */
export interface GatewayMetrics {
  answered(status: number, seconds: number): void;
  fetched(subgraph: string, outcome: SubgraphOutcome, seconds: number): void;
}

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Registers the gateway's figures. `openStreams` is asked when the figures are read. */
export function gatewayMetrics(registry: Metrics, openStreams: () => number): GatewayMetrics {
  const registers = [registry];
  const answers = new Histogram({
    name: 'redress_gateway_request_seconds',
    help: 'Time from the arrival of a GraphQL request to the end of its answer, by HTTP status.',
    labelNames: ['status'],
    buckets: BUCKETS,
    registers,
  });
  const fetches = new Histogram({
    name: 'redress_gateway_subgraph_request_seconds',
    help: 'Time of requests to subgraphs, attempts included.',
    labelNames: ['subgraph'],
    buckets: BUCKETS,
    registers,
  });
  const outcomes = new Counter({
    name: 'redress_gateway_subgraph_requests_total',
    help: 'Requests to subgraphs: ok, failed (answered with errors) or unavailable.',
    labelNames: ['subgraph', 'outcome'],
    registers,
  });
  new Gauge({
    name: 'redress_gateway_open_streams',
    help: 'Subscriptions that are open.',
    registers,
    collect() {
      this.set(openStreams());
    },
  });
  return {
    answered: (status, seconds) => answers.observe({ status: String(status) }, seconds),
    fetched: (subgraph, outcome, seconds) => {
      fetches.observe({ subgraph }, seconds);
      outcomes.inc({ subgraph, outcome });
    },
  };
}
