import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startSubgraph } from '@redress/graphql-runtime';
import { createRequestKeyRing, SIGNATURE_HEADER, signRequest, type RequestKeyRing } from '@redress/identity';
import { fixedClock, newId, type Role } from '@redress/kernel';
import { messagingMigrations, openMessaging } from '@redress/messaging';
import { createLogger, createMetrics } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase, testIdentity, testNatsUrl, type TestIdentity } from '@redress/testkit';
import { caseFactsRoutes } from '../complaint-case/tell-correspondence/case-facts-routes';
import { compose, ROWS } from '../composition-root';
import { countedDatabase, type StatementCount } from './counted-database';

export const logger = createLogger({ service: 'case-handling-test', level: 'silent' });

/** A person who calls the subgraph through what plays the gateway. */
export interface Person {
  readonly tenant: string;
  readonly subject: string;
  readonly role: Role | readonly Role[];
  readonly customer?: string;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** The service in this process: real HTTP, tokens, signatures, database and broker; only the clock stands still. */
export interface RunningService {
  readonly url: string;
  readonly streamPrefix: string;
  readonly natsUrl: string;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly database: Database;
  readonly statements: StatementCount;
  readonly identity: TestIdentity;
  readonly messaging: ReturnType<typeof openMessaging>;
  /** Keys with which the services of the installation sign. */
  readonly requestKeys: RequestKeyRing;
  headersFor(person: Person | undefined, body: string): Promise<Record<string, string>>;
  ask(person: Person, query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

export async function startService(now: string): Promise<RunningService> {
  const own = join(__dirname, '..', '..', 'migrations');
  const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
  const { url } = schema;
  const statements: StatementCount = { read: [] };
  const database = countedDatabase(await openDatabase({ url, rows: ROWS }), statements);
  const clock = fixedClock(now);
  const metrics = createMetrics('case-handling');
  const streamPrefix = `t${newId().replaceAll('-', '').slice(-12)}`;
  const natsUrl = testNatsUrl();
  const messaging = openMessaging({ service: 'case-handling', database, natsUrl, logger, streamPrefix });
  const composition = compose({ database, messaging, clock, logger });
  for (const consumption of composition.consumptions ?? []) messaging.consume(consumption);
  await messaging.start();
  const identity = await testIdentity();
  const requestKeys = createRequestKeyRing([{ id: 'k1', secret: randomBytes(32) }]);
  const subgraph = await startSubgraph({
    name: 'case-handling',
    port: 0,
    schema: composition.schema,
    routes: caseFactsRoutes(database, requestKeys, logger),
    tokenVerifier: identity.verifier,
    requestKeys,
    cursorKey: randomBytes(32),
    logger,
    metrics,
  });

  async function headersFor(person: Person | undefined, body: string): Promise<Record<string, string>> {
    const authorization = person === undefined ? undefined : `Bearer ${await identity.tokenFor(person)}`;
    const signature = signRequest(requestKeys, { method: 'POST', path: '/graphql', body, authorization });
    return {
      'content-type': 'application/json',
      [SIGNATURE_HEADER]: signature,
      ...(authorization === undefined ? {} : { authorization }),
    };
  }

  return {
    ...{
      url: subgraph.url,
      streamPrefix,
      natsUrl,
      clock,
      database,
      statements,
      identity,
      messaging,
      headersFor,
      requestKeys,
    },
    async ask(person, query, variables = {}, headers = {}) {
      const body = JSON.stringify({ query, variables });
      const answer = await fetch(subgraph.url, {
        method: 'POST',
        body,
        headers: { ...(await headersFor(person, body)), ...headers },
      });
      return (await answer.json()) as Answer;
    },
    async stop() {
      await subgraph.close();
      await messaging.stop();
      await database.close();
      await schema.drop();
    },
  };
}
