import { join } from 'node:path';
import { findContainerEngine, hasImage, type ContainerEngine } from '../infrastructure/container-engine';
import { startNatsContainer } from '../infrastructure/container-servers';
import { installedNats, natsFromPackages, type NatsBinary } from '../infrastructure/find-binaries';
import { freePort } from '../infrastructure/free-port';
import { InfrastructureMissing } from '../infrastructure/missing-infrastructure';
import { startNats } from '../infrastructure/nats-process';
import { ownedServer, type ServerSource, type SourceOptions } from './server-source';

/** The first of: given, installed, container engine, the distribution's packages; an old one only when no other is left. */
export async function findBroker(options: SourceOptions): Promise<ServerSource> {
  const { environment, files, say } = options;
  if (environment.natsUrl !== undefined) return { url: environment.natsUrl, description: 'given' };
  const installed = await installedNats(files.cache);
  if (installed?.recent === true) return processSource(installed, `private process of ${installed.file}`, options);
  const engine = await findContainerEngine();
  if (engine !== undefined && (await hasImage(engine, environment.natsImage, say)))
    return containerSource(engine, options);
  const found = (await natsFromPackages({ cache: files.cache, say })) ?? installed;
  if (found === undefined) throw new InfrastructureMissing('broker');
  if (!found.recent) {
    say(`WARNING: nats-server ${found.version} is older than 2.10. It does not flush each message to disk before it`);
    say('         acknowledges it, so a crash of this machine may lose messages. Good enough to try things out.');
  }
  return processSource(found, `private process of nats-server ${found.version}`, options);
}

async function processSource(binary: NatsBinary, description: string, { files }: SourceOptions): Promise<ServerSource> {
  const port = await freePort();
  const url = `nats://127.0.0.1:${port}`;
  const logFile = join(files.logs, 'broker.log');
  return ownedServer({ name: 'broker', url, description }, () =>
    startNats({ binary: binary.file, directory: files.broker, alwaysSync: binary.recent, port, logFile }),
  );
}

async function containerSource(engine: ContainerEngine, { environment, files }: SourceOptions): Promise<ServerSource> {
  const port = await freePort();
  const url = `nats://127.0.0.1:${port}`;
  const description = `${environment.natsImage} in ${engine.name}`;
  return ownedServer({ name: 'broker', url, description }, () =>
    startNatsContainer({
      engine,
      image: environment.natsImage,
      part: 'broker',
      stateDirectory: files.directory,
      port,
      logFile: join(files.logs, 'broker.log'),
    }),
  );
}
