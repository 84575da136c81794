import { createHash } from 'node:crypto';
import type { ContainerEngine } from './container-engine';
import { removeContainer, removeVolume } from './container-engine';
import { waitForFirstByte } from './first-byte';
import { lastLines, startPrivateProcess, type PrivateProcess } from './private-process';

/** A container runs in the foreground of a client process, so it is supervised like any other child. */
interface ContainerOptions {
  readonly engine: ContainerEngine;
  readonly image: string;
  readonly part: 'database' | 'broker';
  /** Distinguishes the checkouts on one machine. */
  readonly stateDirectory: string;
  readonly port: number;
  readonly logFile: string;
}

function nameOf(part: string, stateDirectory: string): string {
  return `redress-${part}-${createHash('sha256').update(stateDirectory).digest('hex').slice(0, 10)}`;
}

async function runContainer(
  options: ContainerOptions,
  container: { innerPort: number; dataPath: string; environment: Record<string, string>; args: readonly string[] },
): Promise<PrivateProcess> {
  const { engine, part, port, logFile } = options;
  const name = nameOf(part, options.stateDirectory);
  await removeContainer(engine, name);
  const client = await startPrivateProcess({
    name: part,
    command: engine.command,
    args: [
      ...['run', '--rm', '--name', name, '--publish', `127.0.0.1:${port}:${container.innerPort}`],
      ...['--volume', `${name}:${container.dataPath}`],
      // by name only: values would show in the list of processes
      ...Object.keys(container.environment).flatMap((variable) => ['--env', variable]),
      options.image,
      ...container.args,
    ],
    logFile,
    environment: { ...process.env, ...container.environment },
  });
  try {
    await waitForFirstByte({ host: '127.0.0.1', port, name: part, timeoutMs: 120_000, stillAlive: client.alive });
  } catch (error) {
    await client.stop();
    await removeContainer(engine, name);
    throw new Error(`the ${part} container did not start; the end of ${logFile}:\n${lastLines(logFile)}`, {
      cause: error,
    });
  }
  return client;
}

/** MariaDB in a container of ours, published on the loopback interface; its data in a named volume. */
export async function startMariadbContainer(options: ContainerOptions & { password: string }) {
  const process = await runContainer(options, {
    innerPort: 3306,
    dataPath: '/var/lib/mysql',
    environment: { MARIADB_ROOT_PASSWORD: options.password, TZ: 'UTC' },
    args: [
      '--skip-log-bin',
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      '--default-time-zone=+00:00',
      '--max-connections=400',
      '--innodb-snapshot-isolation=ON',
    ],
  });
  return { url: `mysql://root:${options.password}@127.0.0.1:${options.port}`, port: options.port, process };
}

/** nats-server with JetStream in a container of ours; its streams in a named volume. */
export async function startNatsContainer(options: ContainerOptions) {
  const process = await runContainer(options, {
    innerPort: 4222,
    dataPath: '/data',
    environment: {},
    args: ['--jetstream', '--store_dir', '/data'],
  });
  return { url: `nats://127.0.0.1:${options.port}`, port: options.port, process };
}

/** Removes what the containers of this checkout keep. */
export async function removeContainerData(engine: ContainerEngine, stateDirectory: string): Promise<void> {
  for (const part of ['database', 'broker']) {
    await removeContainer(engine, nameOf(part, stateDirectory));
    await removeVolume(engine, nameOf(part, stateDirectory));
  }
}
