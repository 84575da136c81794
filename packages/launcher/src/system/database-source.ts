import { join } from 'node:path';
import { findContainerEngine, hasImage, type ContainerEngine } from '../infrastructure/container-engine';
import { startMariadbContainer } from '../infrastructure/container-servers';
import { installedMariadb, mariadbFromPackages } from '../infrastructure/find-binaries';
import { freePort } from '../infrastructure/free-port';
import { startMariadb, type MariadbBinaries } from '../infrastructure/mariadb-process';
import { InfrastructureMissing } from '../infrastructure/missing-infrastructure';
import { ownedServer, type ServerSource, type SourceOptions } from './server-source';

/** The first of: given, installed, container engine, the distribution's packages. */
export async function findDatabase(options: SourceOptions): Promise<ServerSource> {
  const { environment, files, say } = options;
  if (environment.databaseUrl !== undefined) return { url: environment.databaseUrl, description: 'given' };
  const installed = installedMariadb();
  if (installed !== undefined) return processSource(installed, `private process of ${installed.server}`, options);
  const engine = await findContainerEngine();
  if (engine !== undefined && (await hasImage(engine, environment.mariadbImage, say)))
    return containerSource(engine, options);
  const packaged = await mariadbFromPackages({ cache: files.cache, say });
  if (packaged === undefined) throw new InfrastructureMissing('database');
  return processSource(packaged, "private process, from the distribution's packages", options);
}

async function processSource(
  binaries: MariadbBinaries,
  description: string,
  { files, secrets }: SourceOptions,
): Promise<ServerSource> {
  const port = await freePort();
  const password = secrets.databasePassword;
  const logFile = join(files.logs, 'database.log');
  const url = `mysql://redress:${password}@127.0.0.1:${port}`;
  return ownedServer({ name: 'database', url, description }, () =>
    startMariadb({ binaries, directory: files.database, durable: true, password, port, logFile }),
  );
}

async function containerSource(
  engine: ContainerEngine,
  { environment, files, secrets }: SourceOptions,
): Promise<ServerSource> {
  const port = await freePort();
  const password = secrets.databasePassword;
  const url = `mysql://root:${password}@127.0.0.1:${port}`;
  const description = `${environment.mariadbImage} in ${engine.name}`;
  return ownedServer({ name: 'database', url, description }, () =>
    startMariadbContainer({
      engine,
      image: environment.mariadbImage,
      part: 'database',
      stateDirectory: files.directory,
      port,
      password,
      logFile: join(files.logs, 'database.log'),
    }),
  );
}
