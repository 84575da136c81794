import { startSubgraph, type StartSubgraphOptions, type SubgraphSchema } from '@redress/graphql-runtime';
import { createTokenVerifier } from '@redress/identity';
import { systemClock, type Clock } from '@redress/kernel';
import { messagingMigrations, openMessaging, type Consumption, type Messaging } from '@redress/messaging';
import {
  createHealth,
  createLogger,
  createMetrics,
  onShutdown,
  startOperationsServer,
  startTracing,
  type Closer,
  type Logger,
  type Metrics,
} from '@redress/observability';
import {
  migrate,
  openDatabase,
  persistenceMigrations,
  pruneIdempotencyRecords,
  type Database,
  type EntityClass,
} from '@redress/persistence';
import type { z } from 'zod';
import { repeat } from './repeat';
import type { subgraphVariables } from './subgraph-variables';

/** What `subgraphVariables` reads. */
export type SubgraphEnvironment = z.infer<z.ZodObject<typeof subgraphVariables>>;

/** What a service is composed with. */
export interface Foundations {
  readonly database: Database;
  readonly messaging: Messaging;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/** What a service consists of, once it is composed. */
export interface Composition {
  readonly schema: SubgraphSchema;
  readonly consumptions?: readonly Consumption[];
  /** More routes on the subgraph's port; they bring their own guard. */
  readonly routes?: StartSubgraphOptions['routes'];
  /** Started after messaging and stopped before it. */
  readonly workers?: readonly { readonly name: string; start(): Promise<void>; stop(): Promise<void> }[];
  readonly limits?: StartSubgraphOptions['limits'];
}

/** A service as it declares itself. */
export interface ServiceDefinition {
  readonly name: string;
  readonly environment: SubgraphEnvironment;
  /** The TypeORM row classes of the service. */
  readonly rows: readonly EntityClass[];
  /** Directory of the service's own migrations. */
  readonly migrations: string;
  compose(foundations: Foundations): Composition | Promise<Composition>;
}

const PRUNE_EVERY_MS = 3_600_000;

/**
 * Runs a service until the process is told to end: migrates, composes, starts messaging, workers and the subgraph, and
 * answers `/ready` once all of it works. Ends in the opposite order, with requests and transactions in flight finished.
 */
export async function hostService(definition: ServiceDefinition): Promise<void> {
  const { name, environment } = definition;
  const logger = createLogger({ service: name, level: environment.LOG_LEVEL });
  const metrics = createMetrics(name);
  const tracing = await startTracing({ service: name });
  const url = environment.REDRESS_DATABASE_URL;
  await migrate({ url, directory: [persistenceMigrations, messagingMigrations, definition.migrations], logger });
  const database = await openDatabase({
    url,
    rows: definition.rows,
    poolSize: environment.REDRESS_DATABASE_POOL,
    logger,
  });
  const messaging = openMessaging({
    service: name,
    database,
    natsUrl: environment.REDRESS_NATS_URL,
    streamReplicas: environment.REDRESS_STREAM_REPLICAS,
    logger,
    metrics,
  });
  const composition = await definition.compose({ database, messaging, logger, metrics, clock: systemClock });
  for (const consumption of composition.consumptions ?? []) messaging.consume(consumption);
  await messaging.start();
  for (const worker of composition.workers ?? []) await worker.start();
  const subgraph = await startSubgraph(subgraphOptions(definition, composition, logger, metrics));
  const health = createHealth({ checks: { database: () => database.ping() }, logger });
  const operations = await startOperationsServer({
    port: environment.OPERATIONS_PORT,
    host: environment.HOST,
    metrics,
    health,
  });
  const pruning = repeat('idempotency records', PRUNE_EVERY_MS, logger, () => pruneIdempotencyRecords(database));
  const closers: Closer[] = [
    { name: 'subgraph', close: () => subgraph.close() },
    { name: 'pruning', close: () => pruning.stop() },
    ...[...(composition.workers ?? [])].reverse().map((worker) => ({ name: worker.name, close: () => worker.stop() })),
    { name: 'messaging', close: () => messaging.stop() },
    { name: 'database', close: () => database.close() },
    { name: 'operations', close: () => operations.close() },
    { name: 'tracing', close: () => tracing.shutdown() },
  ];
  onShutdown(closers, { logger, health });
  logger.info({ url: subgraph.url }, 'ready');
}

function subgraphOptions(
  { name, environment }: ServiceDefinition,
  { schema, routes, limits }: Composition,
  logger: Logger,
  metrics: Metrics,
): StartSubgraphOptions {
  return {
    name,
    port: environment.PORT,
    host: environment.HOST,
    schema,
    tokenVerifier: createTokenVerifier({
      issuer: environment.REDRESS_ISSUER,
      audience: environment.REDRESS_AUDIENCE,
      jwksUrl: environment.REDRESS_JWKS_URL,
    }),
    requestKeys: environment.REDRESS_REQUEST_KEYS,
    cursorKey: environment.REDRESS_CURSOR_KEY,
    introspection: environment.REDRESS_INTROSPECTION,
    logger,
    metrics,
    ...(routes === undefined ? {} : { routes }),
    ...(limits === undefined ? {} : { limits }),
  };
}

/** Starts a service as the program of its process: what is wrong at start is said in one line, and ends the process. */
export function runService(define: () => ServiceDefinition): void {
  Promise.resolve()
    .then(() => hostService(define()))
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    });
}
