import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSubgraph } from '@redress/graphql-runtime';
import { parseRequestKeys } from '@redress/identity';
import { newId, systemClock, type Clock, type Role } from '@redress/kernel';
import { messagingMigrations, openMessaging } from '@redress/messaging';
import { createMetrics } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase, testIdentity, testNatsUrl } from '@redress/testkit';
import { compose, FINANCE_ROWS } from '../composition-root';
import type { FinanceEnvironment } from '../environment';
import { FakeCaseHandling, logger } from './fake-case-handling';
import { ask, type GraphAnswer } from './graph-client';
import type { SimulatorProcess } from './simulator-process';
import { countingReads } from './statement-counter';

/** Who asks. */
export interface Person {
  readonly tenant: string;
  readonly role: Role;
  readonly subject?: string;
  readonly customer?: string;
}

/** Finance over HTTP, with a real database, a real broker, real tokens, and a case-handling that only tells. */
export interface FinanceBench {
  readonly url: string;
  readonly database: Database;
  readonly caseHandling: FakeCaseHandling;
  ask<Data>(
    person: Person | undefined,
    query: string,
    variables?: object,
    language?: string,
  ): Promise<GraphAnswer<Data>>;
  /** How many statements the reads behind these requests took. */
  readonly statements: () => number;
  stop(): Promise<void>;
}

export const KEYS_TEXT = `test:${Buffer.alloc(32, 7).toString('base64')}`;
const KEYS = parseRequestKeys(KEYS_TEXT);

/** Starts finance in this process. Payments go to the simulator, unless it is not `working`; their waiting times are short. */
export async function startFinance(
  simulator: Pick<SimulatorProcess, 'url'>,
  {
    working = true,
    settings = {},
    clock = systemClock,
  }: { readonly working?: boolean; readonly settings?: Partial<FinanceEnvironment>; readonly clock?: Clock } = {},
): Promise<FinanceBench> {
  const streamPrefix = `fin${newId().slice(-8)}`;
  const own = join(__dirname, '..', '..', 'migrations');
  const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
  const { url } = schema;
  const opened = await openDatabase({ url, rows: FINANCE_ROWS, poolSize: 16, logger });
  const { database, count } = countingReads(opened);
  const metrics = createMetrics('finance-test');
  const messaging = openMessaging({ service: 'finance', database, natsUrl: testNatsUrl(), logger, streamPrefix });
  const files = await mkdtemp(join(tmpdir(), 'redress-evidence-'));
  const composition = compose(
    { database, messaging, logger, metrics, clock },
    {
      REDRESS_PAYMENT_PROVIDER_URL: simulator.url,
      REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS: 1_000,
      REDRESS_PAYMENT_FIRST_PAUSE_MS: 20,
      REDRESS_ATTACHMENTS_DIRECTORY: files,
      REDRESS_PUBLIC_URL: 'http://redress.test',
      ...settings,
    },
  );
  composition.consumptions?.forEach((consumption) => messaging.consume(consumption));
  const caseHandling = await FakeCaseHandling.start(testNatsUrl(), streamPrefix);
  const identity = await testIdentity();
  const cursorKey = Buffer.alloc(32, 1);
  await messaging.start();
  const workers = working ? (composition.workers ?? []) : [];
  for (const worker of workers) await worker.start();
  const server = await startSubgraph({
    ...{ name: 'finance', port: 0, schema: composition.schema, requestKeys: KEYS, cursorKey, logger, metrics },
    tokenVerifier: identity.verifier,
    ...(composition.routes && { routes: composition.routes }),
  });
  return {
    url: server.url,
    database: opened,
    caseHandling,
    statements: count,
    ask: async (person, query, variables, language) => {
      const token = person === undefined ? undefined : await identity.tokenFor(person);
      const request = { query, ...(variables && { variables }), ...(language && { language }) };
      return ask(server.url, KEYS, token, request);
    },
    async stop() {
      await server.close();
      for (const worker of [...workers].reverse()) await worker.stop();
      await caseHandling.stop();
      await messaging.stop();
      await opened.close();
      await schema.drop();
      await rm(files, { recursive: true, force: true });
    },
  };
}
