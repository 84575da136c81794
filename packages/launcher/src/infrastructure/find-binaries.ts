import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findBinary, isRecentNats, natsServerVersion } from './binaries';
import { canInstallPackages, installMariadb, unpackedNats, unpackNats } from './distribution-packages';
import type { MariadbBinaries } from './mariadb-process';

/** A nats-server and whether it is recent enough to be relied on. */
export interface NatsBinary {
  readonly file: string;
  readonly version: string;
  readonly recent: boolean;
}

/** Where to look, where downloads are kept, and how to tell the user what happens. */
export interface BinarySearch {
  readonly cache: string;
  readonly say: (line: string) => void;
}

function mariadbOnPath(): MariadbBinaries | undefined {
  const server = findBinary(['mariadbd']);
  const install = findBinary(['mariadb-install-db']);
  return server === undefined || install === undefined ? undefined : { server, install };
}

async function describeNats(file: string | undefined): Promise<NatsBinary | undefined> {
  const version = file === undefined ? undefined : await natsServerVersion(file);
  return file === undefined || version === undefined ? undefined : { file, version, recent: isRecentNats(version) };
}

const STALE_LOCK_MS = 10 * 60_000;

/** Two runs that start at the same time must not both install: the second waits and finds the first one's result. */
async function oneAtATime<T>(cache: string, work: () => Promise<T>): Promise<T> {
  await mkdir(cache, { recursive: true });
  const lock = join(cache, 'install.lock');
  for (;;) {
    const handle = await open(lock, 'wx').catch(() => undefined);
    if (handle !== undefined) {
      await handle.close();
      break;
    }
    const age = await stat(lock).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > STALE_LOCK_MS) await rm(lock, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** MariaDB's programs that are installed already. */
export function installedMariadb(): MariadbBinaries | undefined {
  return mariadbOnPath();
}

/** The best nats-server that is installed already or lies in the cache: a recent one, else whatever is there. */
export async function installedNats(cache: string): Promise<NatsBinary | undefined> {
  const onPath = await describeNats(findBinary(['nats-server']));
  if (onPath?.recent === true) return onPath;
  return (await describeNats(unpackedNats(cache))) ?? onPath;
}

/** Installs MariaDB from the distribution's packages; undefined where this account cannot. */
export async function mariadbFromPackages({ cache, say }: BinarySearch): Promise<MariadbBinaries | undefined> {
  if (!canInstallPackages()) return undefined;
  return oneAtATime(cache, async () => {
    if (mariadbOnPath() === undefined) await installMariadb(say);
    return mariadbOnPath();
  });
}

/** Gets a nats-server from the distribution's packages, a recent one if at all possible. */
export async function natsFromPackages({ cache, say }: BinarySearch): Promise<NatsBinary | undefined> {
  if (!canInstallPackages()) return undefined;
  return oneAtATime(cache, async () => {
    const present = await installedNats(cache);
    if (present?.recent === true) return present;
    return (await describeNats(await unpackNats(cache, say))) ?? present;
  });
}
