import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { freePort, waitForFirstByte } from '@redress/launcher/infrastructure';
import type { GenericContainer } from 'testcontainers';
import type { ControlledServer } from './controlled-server';
import { IMAGES } from './images';
import { privateDirectory } from './private-directory';

/** Loaded only where it is used: it takes a second, and most test files start no server. */
const testcontainers = () => import('testcontainers');

const RELAXED = ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0'];

async function control(
  container: GenericContainer,
  server: { port: number; url: string; directory: string; name: string },
): Promise<ControlledServer> {
  const { getContainerRuntimeClient } = await testcontainers();
  const started = await container.withStartupTimeout(120_000).start();
  const engine = (await getContainerRuntimeClient()).container.getById(started.getId());
  const ready = () =>
    waitForFirstByte({ host: started.getHost(), port: server.port, name: server.name, timeoutMs: 60_000 });
  await ready();
  return {
    url: server.url,
    directory: server.directory,
    kill: async () => void (await engine.kill()),
    async start() {
      await engine.start();
      await ready();
    },
    pause: async () => void (await engine.pause()),
    resume: async () => void (await engine.unpause()),
    async stop() {
      await engine.remove({ force: true, v: true });
      await rm(server.directory, { recursive: true, force: true });
    },
  };
}

/** MariaDB through testcontainers, on a host port that it keeps over kill and start. */
export async function databaseContainer(options: { durable: boolean }): Promise<ControlledServer> {
  const port = await freePort();
  const { GenericContainer, Wait } = await testcontainers();
  const password = randomBytes(9).toString('hex');
  const container = new GenericContainer(IMAGES.mariadb)
    .withEnvironment({ MARIADB_ROOT_PASSWORD: password, TZ: 'UTC' })
    .withExposedPorts({ container: 3306, host: port })
    .withCommand([
      ...['--skip-log-bin', '--skip-name-resolve', '--max-connections=2000', '--innodb-snapshot-isolation=ON'],
      ...['--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci', '--default-time-zone=+00:00'],
      ...(options.durable ? [] : RELAXED),
    ])
    // said once by the temporary server of the first start, which has no network, and once by the real one
    .withWaitStrategy(Wait.forLogMessage(/ready for connections/));
  const url = `mysql://root:${password}@127.0.0.1:${port}`;
  return control(container, { port, url, directory: privateDirectory(), name: 'MariaDB' });
}

/** nats-server with JetStream through testcontainers; its streams lie in a directory of this machine. */
export async function brokerContainer(options: { durable: boolean }): Promise<ControlledServer> {
  const port = await freePort();
  const { GenericContainer, Wait } = await testcontainers();
  const directory = privateDirectory();
  const configuration = [
    'listen: "0.0.0.0:4222"',
    `jetstream { store_dir: "/data", max_memory_store: 64MB${options.durable ? ', sync_interval: always' : ''} }`,
  ].join('\n');
  const container = new GenericContainer(IMAGES.nats)
    // all ports that the image declares: testcontainers waits for the bindings of every one of them
    .withExposedPorts({ container: 4222, host: port }, 6222, 8222)
    .withBindMounts([{ source: directory, target: '/data' }])
    .withCopyContentToContainer([{ content: configuration, target: '/etc/redress-nats.conf' }])
    .withCommand(['-c', '/etc/redress-nats.conf'])
    .withWaitStrategy(Wait.forLogMessage(/Server is ready/));
  const url = `nats://127.0.0.1:${port}`;
  return control(container, { port, url, directory, name: 'nats-server' });
}
