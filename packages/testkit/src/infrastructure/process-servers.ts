import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  InfrastructureMissing,
  installedMariadb,
  installedNats,
  mariadbFromPackages,
  natsFromPackages,
  startMariadb,
  startNats,
  stateDirectory,
} from '@redress/launcher/infrastructure';
import type { ControlledServer } from './controlled-server';
import { privateDirectory } from './private-directory';
import { controlProcess } from './process-server';

const search = () => ({
  cache: join(stateDirectory(), 'cache'),
  say: (line: string) => void process.stderr.write(`testkit: ${line}\n`),
});

/** MariaDB as a child process of this one, with its data in a directory of its own. */
export async function databaseProcess(options: { durable: boolean }): Promise<ControlledServer> {
  const binaries = installedMariadb() ?? (await mariadbFromPackages(search()));
  if (binaries === undefined) throw new InfrastructureMissing('database');
  const directory = privateDirectory();
  const template = join(stateDirectory(), 'cache', 'mysql-template');
  const fixed = { binaries, directory, template, durable: options.durable, password: randomBytes(9).toString('hex') };
  return controlProcess(directory, (port) => startMariadb({ ...fixed, ...(port === undefined ? {} : { port }) }));
}

/** A nats-server as a child process of this one. */
export async function brokerProcess(options: { durable: boolean }): Promise<ControlledServer> {
  const binary = (await installedNats(search().cache)) ?? (await natsFromPackages(search()));
  if (binary === undefined) throw new InfrastructureMissing('broker');
  const found = binary.recent ? binary : ((await natsFromPackages(search())) ?? binary);
  if (!found.recent) search().say(`nats-server ${found.version} is older than 2.10: results do not count`);
  const directory = privateDirectory();
  return controlProcess(directory, (port) =>
    startNats({
      binary: found.file,
      directory,
      alwaysSync: options.durable && found.recent,
      ...(port === undefined ? {} : { port }),
    }),
  );
}
