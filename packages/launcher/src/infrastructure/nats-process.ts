import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './free-port';
import { waitForFirstByte } from './first-byte';
import { lastLines, startPrivateProcess, type PrivateProcess } from './private-process';

/** A nats-server with JetStream of our own on the loopback interface. */
export interface PrivateNats {
  readonly url: string;
  readonly port: number;
  readonly process: PrivateProcess;
}

function configuration(options: { port: number; storage: string; pidFile: string; alwaysSync: boolean }): string {
  return [
    `listen: "127.0.0.1:${options.port}"`,
    `pid_file: ${JSON.stringify(options.pidFile)}`,
    'max_payload: 1MB',
    'jetstream {',
    `  store_dir: ${JSON.stringify(options.storage)}`,
    '  max_memory_store: 64MB',
    // without it an acknowledged message may live in the page cache only
    ...(options.alwaysSync ? ['  sync_interval: always'] : []),
    '}',
    '',
  ].join('\n');
}

/**
 * Starts a nats-server with its configuration and streams below `directory` and resolves once it greets clients.
 * `alwaysSync` flushes every message to disk before it is acknowledged; it needs nats-server 2.10.
 */
export async function startNats(options: {
  binary: string;
  directory: string;
  alwaysSync: boolean;
  port?: number;
  logFile?: string;
}): Promise<PrivateNats> {
  await mkdir(join(options.directory, 'jetstream'), { recursive: true, mode: 0o700 });
  const port = options.port ?? (await freePort());
  const configurationFile = join(options.directory, 'nats.conf');
  const logFile = options.logFile ?? join(options.directory, 'nats.log');
  await writeFile(
    configurationFile,
    configuration({
      port,
      storage: join(options.directory, 'jetstream'),
      pidFile: join(options.directory, 'nats.pid'),
      alwaysSync: options.alwaysSync,
    }),
    { mode: 0o600 },
  );
  const server = await startPrivateProcess({
    name: 'broker',
    command: options.binary,
    args: ['-c', configurationFile],
    logFile,
  });
  try {
    await waitForFirstByte({
      host: '127.0.0.1',
      port,
      name: 'nats-server',
      timeoutMs: 30_000,
      stillAlive: server.alive,
    });
  } catch (error) {
    await server.stop({ signal: 'SIGKILL' });
    throw new Error(`nats-server did not start; the end of ${logFile}:\n${lastLines(logFile)}`, { cause: error });
  }
  return { url: `nats://127.0.0.1:${port}`, port, process: server };
}
