import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Distributions put servers in sbin, which is not on the PATH of ordinary accounts. */
const SERVER_DIRECTORIES = ['/usr/local/sbin', '/usr/sbin', '/usr/local/bin', '/usr/bin'];

/** The first of the names that is an executable file on the PATH, in a server directory, or in `more`. */
export function findBinary(names: readonly string[], more: readonly string[] = []): string | undefined {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), ...SERVER_DIRECTORIES, ...more];
  for (const name of names) {
    for (const directory of directories.filter((entry) => entry !== '')) {
      const file = join(directory, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here; look in the next directory
      }
    }
  }
  return undefined;
}

/** `major.minor.patch` as printed by `nats-server --version`; undefined when the program does not run. */
export async function natsServerVersion(binary: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(binary, ['--version']);
    return /v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

/** Messaging relies on `sync_interval: always`, filter_subjects and consumer metadata, which came with 2.10. */
export function isRecentNats(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 10);
}
