import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regulationAdopted } from '@redress/contracts';
import { startSubgraph } from '@redress/graphql-runtime';
import { createRequestKeyRing, SIGNATURE_HEADER, signRequest, type RequestKeyRing } from '@redress/identity';
import { fixedClock, newId } from '@redress/kernel';
import { messagingMigrations, openMessaging, type Consumption } from '@redress/messaging';
import { createLogger, createMetrics } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase, testIdentity, testNatsUrl, type TestIdentity } from '@redress/testkit';
import { compose, rowClasses, type CompositionSettings } from '../composition-root';
import { readMasterKeys } from '../personal-data/master-keys';
import { adoptionData } from './builders';
import { countingReads } from './counting-reads';

/** The answer of the subgraph. */
export interface Answer {
  readonly data: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** The whole intake service on real infrastructure, spoken to as the gateway does. */
export interface IntakeUnderTest {
  readonly clock: ReturnType<typeof fixedClock>;
  readonly database: Database;
  readonly tokenFor: TestIdentity['tokenFor'];
  readonly streamPrefix: string;
  /** Where attachments are reached. */
  readonly httpUrl: string;
  /** How many statements have been read outside of transactions so far. */
  readonly reads: () => number;
  /** For how many statements transactions have waited so far, the commit apart. */
  readonly waits: () => number;
  /** Brings a regulation into force for a tenant, as the event of case handling does. */
  adopt(tenantId: string, effectiveFrom?: Date): Promise<void>;
  /** Hands an event of another service to its consumer, in a transaction as the inbox does. */
  handle(
    producer: string,
    event: { readonly type: string; readonly id: string; readonly tenantId: string; readonly data: object },
  ): Promise<void>;
  ask(token: string, document: string, variables?: object, language?: string): Promise<Answer>;
  stop(): Promise<void>;
}

export const START = '2026-11-20T02:00:00.000Z';

/** What a test changes of the service. */
export interface IntakeOptions {
  readonly settings?: Partial<CompositionSettings>;
  /** Whether its workers run; otherwise nothing happens that nobody asked for. */
  readonly workers?: boolean;
}

/** Starts it on a schema, a stream and a directory of its own. */
export async function startIntake(
  clock = fixedClock(START),
  { settings = {}, workers = false }: IntakeOptions = {},
): Promise<IntakeUnderTest> {
  const own = join(__dirname, '..', '..', 'migrations');
  const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
  const directory = await mkdtemp(join(tmpdir(), 'redress-intake-'));
  const logger = createLogger({ service: 'intake', level: 'silent' });
  const metrics = createMetrics('intake');
  const { url } = schema;
  const opened = await openDatabase({ url, rows: rowClasses, poolSize: 16, logger });
  const { database, reads, waits } = countingReads(opened);
  const streamPrefix = `T${newId().slice(-12)}_`.toUpperCase();
  const messaging = openMessaging({
    service: 'intake',
    database: opened,
    natsUrl: testNatsUrl(),
    logger,
    streamPrefix,
  });
  const keys = createRequestKeyRing([{ id: 'test', secret: Buffer.alloc(32, 1) }]);
  const composition = await compose(
    { database, messaging, logger, metrics, clock },
    { ...settingsFor(url, directory, keys), ...settings },
  );
  for (const consumption of composition.consumptions ?? []) messaging.consume(consumption);
  await messaging.start();
  if (workers) for (const worker of composition.workers ?? []) await worker.start();
  const identity = await testIdentity();
  const subgraph = await startSubgraph({
    name: 'intake',
    port: 0,
    schema: composition.schema,
    tokenVerifier: identity.verifier,
    requestKeys: keys,
    cursorKey: Buffer.alloc(32, 2),
    logger,
    metrics,
    ...(composition.routes === undefined ? {} : { routes: composition.routes }),
  });

  const adopted = (composition.consumptions ?? [])
    .map(({ handlers }) => handlers[regulationAdopted.type])
    .find(Boolean);
  return {
    clock,
    database: opened,
    tokenFor: identity.tokenFor,
    streamPrefix,
    httpUrl: new URL(subgraph.url).origin,
    reads,
    waits,
    ask: asTheGateway(subgraph.url, keys),
    async adopt(tenantId, effectiveFrom = new Date('2026-01-01T00:00:00.000Z')) {
      const data = adoptionData(effectiveFrom);
      await opened.transaction(tenantId, async (tx) => adopted?.({ data } as never, tx));
    },
    handle: handing(composition.consumptions ?? [], opened),
    async stop() {
      await subgraph.close();
      for (const worker of composition.workers ?? []) await worker.stop();
      await messaging.stop();
      await opened.close();
      await rm(directory, { recursive: true, force: true });
      await schema.drop();
    },
  };
}

/** Sends requests as the gateway does, signed. */
function asTheGateway(url: string, keys: RequestKeyRing): IntakeUnderTest['ask'] {
  return async (token, query, variables = {}, language = 'en') => {
    const body = JSON.stringify({ query, variables });
    const authorization = `Bearer ${token}`;
    const signature = signRequest(keys, { method: 'POST', path: '/graphql', body, authorization });
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        authorization,
        [SIGNATURE_HEADER]: signature,
      },
      body,
    });
    return (await response.json()) as Answer;
  };
}

/** A service that knows nothing of the world outside. */
function settingsFor(url: string, directory: string, keys: RequestKeyRing): CompositionSettings {
  return {
    REDRESS_DATABASE_URL: url,
    REDRESS_MASTER_KEY: readMasterKeys(Buffer.alloc(32, 7).toString('base64')),
    REDRESS_ATTACHMENTS_DIRECTORY: directory,
    REDRESS_PUBLIC_URL: 'http://redress.test',
    REDRESS_REQUEST_KEYS: keys,
    REDRESS_CASE_HANDLING_URL: 'http://127.0.0.1:9',
    REDRESS_CORRESPONDENCE_POLL_MS: 50,
    REDRESS_MAILBOXES: [],
    REDRESS_MAILBOX_POLL_MS: 50,
    REDRESS_CHANNELS: [],
    REDRESS_CONTACT_CENTRES: [],
  };
}

/** Runs the consumer of an event as the inbox does. */
function handing(consumptions: readonly Consumption[], database: Database): IntakeUnderTest['handle'] {
  return async (producer, event) => {
    const handler = consumptions.find((each) => each.producer === producer)?.handlers[event.type];
    if (handler === undefined) throw new Error(`nobody consumes ${event.type}`);
    await database.transaction(event.tenantId, (tx) => handler(event as never, tx));
  };
}
