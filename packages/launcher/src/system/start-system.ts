import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createDevelopmentIssuer, type DevelopmentIssuer } from '@redress/identity';
import type { Progress } from '../console/progress';
import type { LauncherEnvironment } from '../environment';
import { projectDirectory } from '../infrastructure/project-directory';
import { removeRunRecord, writeRunRecord } from '../state/run-record';
import { loadSecrets } from '../state/secrets';
import type { StateFiles } from '../state/state-files';
import { createCrew, type Crew } from '../supervision/crew';
import { findBroker } from './broker-source';
import { findDatabase } from './database-source';
import { nodePart } from './node-part';
import { ISSUER, mintToken, type TokenRequest } from './tokens';
import { chooseAddresses, environmentOf, SERVICES, type ProcessName, type Wiring } from './topology';

/** The whole system, ready for work. */
export interface RunningSystem {
  /** The gateway's GraphQL endpoint. */
  readonly url: string;
  readonly explorer: string;
  /** The process ids as they are now; a restarted part has a new one. */
  pids(): Record<string, number>;
  readonly tokenFor: (request: TokenRequest) => Promise<string>;
  /** Ends gateway, services, simulator, broker and database in this order. */
  stop(): Promise<void>;
}

/** What to start and whom to tell. */
export interface SystemOptions {
  readonly environment: LauncherEnvironment;
  readonly files: StateFiles;
  readonly progress: Progress;
  /** Aborted when a start that is under way is no longer wanted. */
  readonly signal: AbortSignal;
  /** The program of each process; the built service unless told. */
  readonly programOf?: (name: ProcessName) => string;
  /** Variables on top of those that the wiring gives, for fault tests. */
  readonly more?: Readonly<Partial<Record<ProcessName, NodeJS.ProcessEnv>>>;
  /** Told whenever a process came or went. */
  readonly changed?: () => void;
}

const STOP_ORDER = [['gateway'], SERVICES, ['payment-simulator'], ['broker'], ['database']] as const;

/** Starts everything in the order of need; when a part does not come up, stops what runs and throws. */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const { environment, files, progress, signal, changed = () => undefined } = options;
  await mkdir(files.logs, { recursive: true, mode: 0o700 });
  await mkdir(files.attachments, { recursive: true, mode: 0o700 });
  await mkdir(files.evidence, { recursive: true, mode: 0o700 });
  let recording = Promise.resolve();
  const crew = createCrew({
    say: progress.say,
    changed: () => {
      recording = recording
        .then(() => writeRunRecord(files.runRecord, crew.running().reverse()))
        .catch((error: unknown) => progress.say(`the run record was not written: ${String(error)}`));
      changed();
    },
  });
  const issuer = await createDevelopmentIssuer({ keyFile: files.issuerKey, issuer: ISSUER, port: 0 });
  const stop = async () => {
    await crew.stop(STOP_ORDER);
    await issuer.close();
    await recording;
    await removeRunRecord(files.runRecord);
  };
  const stopEarly = () => void crew.stop([STOP_ORDER.flat()]);
  signal.addEventListener('abort', stopEarly);
  try {
    const servers = await startServers(options, crew);
    await startProcesses(options, crew, await wire(options, servers, issuer));
  } catch (error) {
    await stop();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stopEarly);
  }
  const address = `http://127.0.0.1:${environment.port}`;
  return {
    url: `${address}/graphql`,
    explorer: `${address}/`,
    pids: () => Object.fromEntries(crew.running().map(({ name, pid }) => [name, pid])),
    tokenFor: (request) => mintToken(issuer, request),
    stop,
  };
}

async function startServers({ environment, files, progress, signal }: SystemOptions, crew: Crew) {
  const search = { environment, files, secrets: await loadSecrets(files.secrets), say: progress.say };
  const database = await findDatabase(search);
  const broker = await findBroker(search);
  signal.throwIfAborted();
  await Promise.all([
    progress.step(`database: ${database.description}`, async () => database.part && crew.bring(database.part)),
    progress.step(`broker: ${broker.description}`, async () => broker.part && crew.bring(broker.part)),
  ]);
  return { databaseUrl: database.url, natsUrl: broker.url };
}

async function wire(
  { environment, files }: SystemOptions,
  servers: { databaseUrl: string; natsUrl: string },
  issuer: DevelopmentIssuer,
): Promise<Wiring> {
  if (issuer.jwksUrl === undefined) throw new Error('the development issuer does not listen');
  return {
    ...servers,
    addresses: await chooseAddresses(environment.port),
    issuer: { name: issuer.issuer, audience: issuer.audience, jwksUrl: issuer.jwksUrl },
    secrets: await loadSecrets(files.secrets),
    files,
    inherited: environment.inherited,
  };
}

async function startProcesses(
  { progress, signal, programOf = builtProgram, more = {} }: SystemOptions,
  crew: Crew,
  wiring: Wiring,
): Promise<void> {
  const bring = async (name: ProcessName) => {
    signal.throwIfAborted();
    const part = nodePart({
      name,
      program: programOf(name),
      environment: { ...environmentOf(name, wiring), ...more[name] },
      readyUrl: `http://127.0.0.1:${wiring.addresses[name].operationsPort}/ready`,
      logs: wiring.files.logs,
    });
    return progress.step(name, () => crew.bring(part));
  };
  await Promise.all((['payment-simulator', ...SERVICES] as const).map(bring));
  await bring('gateway');
}

function builtProgram(name: ProcessName): string {
  const folder = name === 'gateway' ? 'gateway' : join('services', name);
  return join(projectDirectory(), folder, 'dist', 'main.js');
}
