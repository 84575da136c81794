import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createProgress,
  readEnvironment,
  startSystem,
  stateDirectory,
  stateFiles,
  type ProcessName,
  type TokenRequest,
} from '@redress/launcher';
import { freePort } from '@redress/launcher/infrastructure';
import { eventually } from './eventually';
import { startBroker } from './infrastructure/start-infrastructure';
import type { ControlledServer } from './infrastructure/controlled-server';
import { privateDirectory } from './infrastructure/private-directory';
import { testDatabaseServerUrl } from './run-infrastructure';

/** What a request to the graph answers. */
export interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** All processes of Redress, for end-to-end tests: its own schemas and broker, nothing shared with another file. */
export interface TestSystem {
  /** The gateway's GraphQL endpoint. */
  readonly url: string;
  readonly broker: ControlledServer;
  readonly tokenFor: (person: TokenRequest) => Promise<string>;
  /** Sends one request to the public graph; without a token it is anonymous. */
  readonly request: (document: string, variables?: object, token?: string) => Promise<GraphAnswer>;
  /** Ids of the processes as they are now; one that was killed is brought back with a new id. */
  readonly pids: () => Record<string, number>;
  /** Kills a process at once and resolves when its successor is ready. */
  readonly kill: (name: ProcessName) => Promise<void>;
  /** What the process has written to its log. */
  readonly log: (name: ProcessName) => Promise<string>;
  /** The schema of a service, for an operator's command. */
  readonly databaseUrl: (name: ProcessName) => string;
  readonly stop: () => Promise<void>;
}

/** Starts the built services against schemas of their own on the run's database server. */
export async function startTestSystem(
  options: {
    /** More variables for a process, for example a failpoint. */
    more?: Readonly<Partial<Record<ProcessName, NodeJS.ProcessEnv>>>;
    /** Keeps committed data over a kill of the broker's machine. */
    durable?: boolean;
  } = {},
): Promise<TestSystem> {
  const directory = privateDirectory('system');
  const broker = await startBroker({ durable: options.durable ?? false });
  const database = new URL(testDatabaseServerUrl());
  database.pathname = `/system_${process.pid}_${Date.now().toString(36)}`;
  const said: string[] = [];
  const system = await startSystem({
    environment: readEnvironment({
      LOG_LEVEL: 'info',
      ...process.env,
      PORT: String(await freePort()),
      REDRESS_DATABASE_URL: database.toString(),
      REDRESS_NATS_URL: broker.url,
    }),
    files: stateFiles(directory, join(stateDirectory(), 'cache')),
    progress: createProgress((line) => said.push(line)),
    signal: new AbortController().signal,
    ...(options.more === undefined ? {} : { more: options.more }),
  }).catch(async (error: unknown) => {
    await broker.stop();
    throw error;
  });

  return {
    url: system.url,
    broker,
    tokenFor: system.tokenFor,
    pids: () => system.pids(),
    async request(query, variables = {}, token) {
      const response = await fetch(system.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GraphAnswer;
    },
    async kill(name) {
      const before = system.pids()[name];
      if (before === undefined) throw new Error(`${name} does not run`);
      process.kill(before, 'SIGKILL');
      await eventually(
        () => {
          const now = system.pids()[name];
          return now !== undefined && now !== before;
        },
        { timeoutMs: 60_000, what: `the return of ${name}` },
      );
    },
    databaseUrl(name) {
      const url = new URL(database);
      url.pathname += `_${name.replaceAll('-', '_')}`;
      return url.toString();
    },
    log: (name) => readFile(join(directory, 'logs', `${name}.log`), 'utf8'),
    async stop() {
      await system.stop();
      await broker.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
