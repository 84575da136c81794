import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTokenVerifier, parseRequestKeys } from '@redress/identity';
import { createMetrics, type Closer, type Logger, type Metrics } from '@redress/observability';
import { attachmentProxy } from './attachments/attachment-proxy';
import { readTrustedDocuments } from './documents/trusted-documents';
import type { Environment } from './environment';
import { explorer } from './explorer/explorer';
import { openGraph } from './graph/graph';
import { graphqlEndpoint } from './http/graphql-endpoint';
import { startHttpServer } from './http/http-server';
import { PUBLIC_LIMITS } from './limits/limits';
import { gatewayMetrics, type GatewayMetrics } from './metrics';
import { createSubgraphClient, type SubgraphClient } from './subgraphs/subgraph-client';
import { webSocketEndpoint } from './subscriptions/web-socket';

/** The running gateway; its parts close in the order in which they stand. */
export interface Gateway {
  readonly url: string;
  readonly metrics: Metrics;
  readonly closers: readonly Closer[];
}

const FOLDER = join(__dirname, '..');
const BODY_BYTES = 100_000;

/** Puts the gateway together and listens. */
export async function startGateway(environment: Environment, logger: Logger): Promise<Gateway> {
  const registry = createMetrics('gateway');
  const watched: { metrics?: GatewayMetrics } = {};
  const clients = subgraphClients(environment, logger, (...seen) => watched.metrics?.fetched(...seen));
  const [supergraph, publicSchema] = await Promise.all(
    ['supergraph.graphql', 'schema.graphql'].map((name) => readFile(join(FOLDER, name), 'utf8')),
  );
  const { introspection } = environment;
  const graph = await openGraph({
    supergraph: supergraph ?? '',
    publicSchema: publicSchema ?? '',
    clients,
    limits: PUBLIC_LIMITS,
    introspection,
    logger,
  });
  const metrics = gatewayMetrics(registry, () => graph.openStreams());
  watched.metrics = metrics;
  const tokenVerifier = createTokenVerifier(environment);
  const documents = readTrustedDocuments(join(FOLDER, 'documents'));
  const shared = { graph, tokenVerifier, documents, logger };
  const filesOf = (service: string) =>
    attachmentProxy({
      serviceUrl: environment.subgraphUrls.get(service) ?? '',
      bytesAtMost: environment.attachmentBytesAtMost,
      logger,
    });
  const [attachments, financeFiles, reportFiles] = [filesOf('intake'), filesOf('finance'), filesOf('analytics')];
  const server = await startHttpServer({
    host: environment.host,
    port: environment.port,
    graphql: graphqlEndpoint({
      ...shared,
      bodyBytesAtMost: BODY_BYTES,
      onAnswered: (...seen) => metrics.answered(...seen),
    }),
    sockets: webSocketEndpoint({ ...shared, messageBytesAtMost: BODY_BYTES }),
    attachments,
    financeFiles,
    reportFiles,
    allowedOrigins: environment.allowedOrigins,
    ...(environment.explorer ? { explorer: explorer(join(FOLDER, 'explorer', 'dist')) } : {}),
  });
  return {
    url: server.url,
    metrics: registry,
    closers: [
      { name: 'http', close: () => server.close() },
      { name: 'attachments', close: () => attachments.close() },
      { name: 'finance files', close: () => financeFiles.close() },
      { name: 'report files', close: () => reportFiles.close() },
      {
        name: 'subgraphs',
        close: () => Promise.all([...clients.values()].map((client) => client.close())).then(() => undefined),
      },
      { name: 'graph', close: () => graph.dispose() },
    ],
  };
}

function subgraphClients(
  { subgraphUrls, subgraphTimeoutMs, requestKeys }: Environment,
  logger: Logger,
  onFetched: GatewayMetrics['fetched'],
): ReadonlyMap<string, SubgraphClient> {
  const keys = parseRequestKeys(requestKeys);
  return new Map(
    [...subgraphUrls].map(([name, url]) => [
      name,
      createSubgraphClient({
        name,
        url,
        keys,
        logger,
        timeoutMs: subgraphTimeoutMs,
        onFinished: (outcome, seconds) => onFetched(name, outcome, seconds),
      }),
    ]),
  );
}
