import { randomBytes } from 'node:crypto';
import { createRequestKeyRing, type Viewer } from '@redress/identity';
import { createLogger } from '@redress/observability';
import { composeGraph } from '../composition/compose-graph';
import type { Answer } from '../graph/answer';
import { openGraph, type Graph } from '../graph/graph';
import { PUBLIC_LIMITS, type Limits } from '../limits/limits';
import { createSubgraphClient } from '../subgraphs/subgraph-client';
import { SAMPLE_SUBGRAPHS } from './sample-schemas';
import { startSampleSubgraph, type RunningSubgraph } from './sample-subgraph';

/** The three sample subgraphs, running, and the graph over them. */
export interface SampleGraph {
  readonly graph: Graph;
  readonly subgraphs: Readonly<Record<'intake' | 'case-handling' | 'finance', RunningSubgraph>>;
  readonly logged: string[];
  ask(query: string, options?: AskOptions): Promise<Answer>;
  close(): Promise<void>;
}

/** Who asks, if not an agent, and with which variables. */
export interface AskOptions {
  readonly viewer?: Viewer | undefined;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly method?: 'GET' | 'POST';
}

/** A member of staff whose token is good for an hour. */
export const AGENT: Viewer = {
  tenantId: 'acme',
  subject: 'agent-1',
  roles: ['agent'],
  tokenId: 'token-1',
  expiresAt: new Date(Date.now() + 3_600_000),
};

/** The composed sample graph. */
export function composeSample() {
  const composition = composeGraph(Object.entries(SAMPLE_SUBGRAPHS).map(([name, { sdl }]) => ({ name, sdl })));
  if (!composition.ok) throw new Error(composition.problems.join('\n'));
  return composition;
}

/** Starts sample subgraphs on free ports and opens the graph over them. */
export async function openSampleGraph(
  options: { limits?: Partial<Limits>; introspection?: boolean; timeoutMs?: number } = {},
): Promise<SampleGraph> {
  const keys = createRequestKeyRing([{ id: 'k1', secret: randomBytes(32) }]);
  const logged: string[] = [];
  const logger = createLogger({
    service: 'gateway',
    level: 'warn',
    destination: { write: (line) => void logged.push(line) },
  });
  const running = await Promise.all(
    Object.entries(SAMPLE_SUBGRAPHS).map(
      async ([name, sample]) => [name, await startSampleSubgraph(sample, keys)] as const,
    ),
  );
  const clients = new Map(
    running.map(([name, { url }]) => [
      name,
      createSubgraphClient({ name, url, keys, logger, timeoutMs: options.timeoutMs ?? 5_000 }),
    ]),
  );
  const graph = await openGraph({
    ...composeSample(),
    clients,
    limits: { ...PUBLIC_LIMITS, ...options.limits },
    introspection: options.introspection ?? false,
    logger,
  });
  return {
    graph,
    subgraphs: Object.fromEntries(running) as SampleGraph['subgraphs'],
    logged,
    ask: (query, { viewer = AGENT, variables, operationName, method = 'POST', ...rest } = {}) =>
      graph.ask(
        { query, variables, operationName },
        {
          viewer: 'viewer' in rest ? undefined : viewer,
          method,
          caller: { authorization: 'Bearer a.b.c', acceptLanguage: 'zh-CN', requestId: 'request-1' },
        },
      ),
    async close() {
      await Promise.all([...clients.values()].map((client) => client.close()));
      await Promise.all(running.map(([, subgraph]) => subgraph.close()));
      await graph.dispose();
    },
  };
}
