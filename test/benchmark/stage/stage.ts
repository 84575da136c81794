import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createProgress, readEnvironment, startSystem, stateDirectory, stateFiles } from '@redress/launcher';
import {
  freePort,
  InfrastructureMissing,
  installedMariadb,
  installedNats,
  mariadbFromPackages,
  natsFromPackages,
  startMariadb,
  startNats,
} from '@redress/launcher/infrastructure';
import { graphClient, type GraphClient } from './graph-client';
import { founded, type Organisation } from './organisation';
import { PROFILE_DIRECTORY } from './profile-until-exit';

/** As many requests at once as the aims speak of. */
export const CONNECTIONS = 16;

/** The system under measurement, with servers of its own that are as durable as in production. */
export interface Stage {
  readonly graph: GraphClient;
  /** The database server, without a schema, and the broker; what the floors are measured on. */
  readonly databaseUrl: string;
  readonly natsUrl: string;
  /** Process ids by name, `database` and `broker` among them. */
  readonly pids: Readonly<Record<string, number>>;
  readonly found: (tenant: string) => Promise<Organisation>;
  readonly stop: () => Promise<void>;
}

/** The schema of a service on the stage's database server. */
export const schemaOf = (service: string): string => `benchmark_${service}`;

/** Starts database, broker, services and gateway. `profiled` names processes that write a profile when they end. */
export async function openStage(profiled: readonly string[]): Promise<Stage> {
  const directory = join(stateDirectory(), 'benchmark');
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    const database = await startDatabase(join(directory, 'database'));
    closers.push(() => database.process.stop());
    const broker = await startBroker(join(directory, 'broker'));
    closers.push(() => broker.process.stop());
    const profile = {
      NODE_OPTIONS: `--require ${join(__dirname, 'profile-until-exit.js')}`,
      [PROFILE_DIRECTORY]: join(directory, 'profiles'),
    };
    const system = await startSystem({
      environment: readEnvironment({
        ...process.env,
        PORT: String(await freePort()),
        REDRESS_DATABASE_URL: `${database.url}/benchmark`,
        REDRESS_NATS_URL: broker.url,
      }),
      files: stateFiles(directory, join(stateDirectory(), 'cache')),
      progress: createProgress((text) => void process.stderr.write(text)),
      signal: new AbortController().signal,
      more: Object.fromEntries(profiled.map((name) => [name, profile])),
    });
    closers.push(() => system.stop());
    const graph = graphClient(system.url, CONNECTIONS);
    closers.push(() => graph.close());
    return {
      graph,
      databaseUrl: database.url,
      natsUrl: broker.url,
      pids: { ...system.pids(), database: database.process.pid, broker: broker.process.pid },
      found: (tenant) => founded({ graph, tokenFor: system.tokenFor }, tenant),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const search = {
  cache: join(stateDirectory(), 'cache'),
  say: (line: string) => void process.stderr.write(`${line}\n`),
};

async function startDatabase(directory: string) {
  const binaries = installedMariadb() ?? (await mariadbFromPackages(search));
  if (binaries === undefined) throw new InfrastructureMissing('database');
  return startMariadb({ binaries, directory, durable: true, password: randomBytes(12).toString('hex') });
}

async function startBroker(directory: string) {
  const installed = await installedNats(search.cache);
  const binary = installed?.recent === true ? installed : ((await natsFromPackages(search)) ?? installed);
  if (binary === undefined) throw new InfrastructureMissing('broker');
  return startNats({ binary: binary.file, directory, alwaysSync: binary.recent });
}
