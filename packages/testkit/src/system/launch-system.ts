import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createProgress,
  readEnvironment,
  startSystem,
  stateDirectory,
  stateFiles,
  type ProcessName,
} from '@redress/launcher';
import { freePort } from '@redress/launcher/infrastructure';
import type { ControlledServer } from '../infrastructure/controlled-server';
import { privateDirectory } from '../infrastructure/private-directory';
import { startBroker } from '../infrastructure/start-infrastructure';
import { testDatabaseServerUrl } from '../run-infrastructure';
import { clockIn, type SystemClock } from '../clock/system-clock';
import { quickStart } from './quick-start';
import type { SystemAddress } from './reach-system';

/** How a test wants its system. */
export interface LaunchOptions {
  /** More variables for a process, for example a failpoint. */
  readonly more?: Readonly<Partial<Record<ProcessName, NodeJS.ProcessEnv>>>;
  /** Keeps committed data over a kill of the broker's machine. */
  readonly durable?: boolean;
  /** The moment at which the processes begin, which may be moved afterwards; real time unless told. */
  readonly moment?: string;
}

/** The processes of a system, with schemas and a broker of their own, as whoever started them sees them. */
export interface LaunchedSystem {
  readonly address: SystemAddress;
  readonly broker: ControlledServer;
  readonly clock: SystemClock | undefined;
  /** What was said of processes that came and went since all were ready. */
  readonly incidents: readonly string[];
  readonly pids: () => Record<string, number>;
  readonly stop: () => Promise<void>;
}

const PROCESSES = ['intake', 'case-handling', 'finance', 'analytics', 'gateway', 'payment-simulator'] as const;

let launched = 0;

/** Starts the built services against schemas of their own on the run's database server. */
export async function launchSystem({ more = {}, durable = false, moment }: LaunchOptions): Promise<LaunchedSystem> {
  launched += 1;
  const directory = privateDirectory('system');
  const clock = moment === undefined ? undefined : clockIn(directory, moment);
  const broker = await startBroker({ durable });
  const database = new URL(testDatabaseServerUrl());
  database.pathname = `/system_${process.pid}_${launched}_${Date.now().toString(36)}`;
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
    more: Object.fromEntries(PROCESSES.map((name) => [name, { ...preloaded(clock), ...more[name] }])),
  }).catch(async (error: unknown) => {
    await broker.stop();
    throw error;
  });
  said.length = 0;
  return {
    address: { url: system.url, directory, databaseUrl: database.toString() },
    broker,
    clock,
    incidents: said,
    pids: () => system.pids(),
    async stop() {
      await system.stop();
      await broker.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The clock has to be the last: it changes what the others take for the present. */
function preloaded(clock: SystemClock | undefined): NodeJS.ProcessEnv {
  const options = [quickStart().NODE_OPTIONS, clock?.environment['NODE_OPTIONS']].filter((each) => each !== undefined);
  return { ...quickStart(), ...clock?.environment, ...(options.length > 0 ? { NODE_OPTIONS: options.join(' ') } : {}) };
}
