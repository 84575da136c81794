import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBinary } from './binaries';

const run = promisify(execFile);

/** The next release of the distribution, whose nats-server (2.10) needs no newer C library than this one has. */
const NEWER_RELEASE = 'trixie';
const LISTS = '/var/lib/apt/lists';
const UNATTENDED = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Whether this account may install packages: root on a distribution with apt. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && findBinary(['apt-get']) !== undefined;
}

function listsAreEmpty(): boolean {
  return !existsSync(LISTS) || !readdirSync(LISTS).some((name) => name.includes('Packages'));
}

/** Installs packages of the distribution, after fetching its package lists when there are none. */
export async function installPackages(names: readonly string[], say: (line: string) => void): Promise<void> {
  say(`installing ${names.join(', ')} from the distribution's packages (as root; nothing is started by this)`);
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...names], {
      env: UNATTENDED,
      maxBuffer: 64 * 1024 * 1024,
    });
  if (listsAreEmpty()) await updateLists();
  try {
    await install();
  } catch {
    // the lists may be older than the archive, which then answers "not found"
    await updateLists();
    await install();
  }
}

async function updateLists(): Promise<void> {
  await run('apt-get', ['update'], { env: UNATTENDED, maxBuffer: 64 * 1024 * 1024 });
}

async function archiveAddress(): Promise<string | undefined> {
  const format = '$(REPO_URI)|$(ORIGIN)|$(LABEL)|$(CODENAME)';
  const { stdout } = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
  const main = stdout
    .split('\n')
    .map((line) => line.split('|'))
    .find(([, origin, label]) => origin === 'Debian' && label === 'Debian');
  return main?.[0];
}

/** The nats-server that {@link unpackNewerNats} left in `cache`, if it is there. */
export function unpackedNats(cache: string): string | undefined {
  const file = join(cache, 'nats-server', 'usr', 'sbin', 'nats-server');
  return existsSync(file) ? file : undefined;
}

/**
 * Unpacks the nats-server of the distribution's next release into `cache`, by an apt configuration of our own (lists
 * and sources apart), so that the machine's package state stays as it is. Undefined where that is not possible.
 */
export async function unpackNewerNats(cache: string, say: (line: string) => void): Promise<string | undefined> {
  if (listsAreEmpty()) await updateLists();
  const archive = await archiveAddress().catch(() => undefined);
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  if (archive === undefined || !existsSync(keyring)) return undefined;
  say(`fetching nats-server from Debian ${NEWER_RELEASE} into ${cache} (the machine's packages are left alone)`);
  await mkdir(cache, { recursive: true });
  const place = await mkdtemp(join(cache, 'apt-'));
  try {
    await mkdir(join(place, 'lists', 'partial'), { recursive: true });
    await mkdir(join(place, 'cache', 'archives', 'partial'), { recursive: true });
    await writeFile(join(place, 'sources.list'), `deb [signed-by=${keyring}] ${archive} ${NEWER_RELEASE} main\n`);
    const settings = [
      `Dir::Etc::sourcelist=${place}/sources.list`,
      `Dir::Etc::sourceparts=${place}/none`,
      `Dir::State::lists=${place}/lists`,
      `Dir::Cache=${place}/cache`,
      'APT::Sandbox::User=root',
      'Acquire::Languages=none',
    ].flatMap((setting) => ['-o', setting]);
    await run('apt-get', [...settings, 'update'], { env: UNATTENDED });
    await run('apt-get', [...settings, 'download', 'nats-server'], { env: UNATTENDED, cwd: place });
    const archiveFile = (await readdir(place)).find((name) => name.endsWith('.deb'));
    if (archiveFile === undefined) return undefined;
    await run('dpkg', ['-x', join(place, archiveFile), join(place, 'unpacked')]);
    const target = join(cache, 'nats-server');
    await rm(target, { recursive: true, force: true });
    await rename(join(place, 'unpacked'), target);
    return unpackedNats(cache);
  } catch (error) {
    say(`that did not work: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    return undefined;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
