import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBinary } from './binaries';

const run = promisify(execFile);

/** The next release of the distribution, whose nats-server (2.10) needs no newer C library than this one has. */
const NEWER_RELEASE = 'trixie';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const PROGRAMS_ONLY = ['mariadb-server-core', 'mariadb-client-core'];
const LISTS = '/var/lib/apt/lists';
const UNATTENDED = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Whether this account may install packages: root on a distribution with apt. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && findBinary(['apt-get']) !== undefined;
}

function listsAreEmpty(): boolean {
  return !existsSync(LISTS) || !readdirSync(LISTS).some((name) => name.includes('Packages'));
}

async function install(names: readonly string[]): Promise<void> {
  await run('apt-get', ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...names], {
    env: UNATTENDED,
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** MariaDB's programs without the service that the full package would start; where they are not split, the full one. */
export async function installMariadb(say: (line: string) => void): Promise<void> {
  say("installing MariaDB from the distribution's packages (as root)");
  if (listsAreEmpty()) await updateLists();
  try {
    await install(PROGRAMS_ONLY);
  } catch {
    // the lists may be older than the archive, which then answers "not found"
    await updateLists();
    await install(PROGRAMS_ONLY).catch(async () => {
      say('its programs are not packaged apart here: installing mariadb-server, which may start a service of its own');
      await install(['mariadb-server']);
    });
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

/** The nats-server that {@link unpackNats} left in `cache`, if it is there. */
export function unpackedNats(cache: string): string | undefined {
  const file = join(cache, 'nats-server', 'usr', 'sbin', 'nats-server');
  return existsSync(file) ? file : undefined;
}

/** Settings for an apt with lists and sources of its own, which leave the machine's package state as it is. */
async function settingsForNewerRelease(place: string): Promise<string[] | undefined> {
  const archive = await archiveAddress().catch(() => undefined);
  if (archive === undefined || !existsSync(KEYRING)) return undefined;
  await mkdir(join(place, 'lists', 'partial'), { recursive: true });
  await mkdir(join(place, 'cache', 'archives', 'partial'), { recursive: true });
  await writeFile(join(place, 'sources.list'), `deb [signed-by=${KEYRING}] ${archive} ${NEWER_RELEASE} main\n`);
  const settings = [
    `Dir::Etc::sourcelist=${place}/sources.list`,
    `Dir::Etc::sourceparts=${place}/none`,
    `Dir::State::lists=${place}/lists`,
    `Dir::Cache=${place}/cache`,
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
  ].flatMap((setting) => ['-o', setting]);
  await run('apt-get', [...settings, 'update'], { env: UNATTENDED });
  return settings;
}

async function unpackInto(target: string, place: string, settings: readonly string[]): Promise<void> {
  await run('apt-get', [...settings, 'download', 'nats-server'], { env: UNATTENDED, cwd: place });
  const archiveFile = (await readdir(place)).find((name) => name.endsWith('.deb'));
  if (archiveFile === undefined) throw new Error('apt-get left no package');
  await run('dpkg', ['-x', join(place, archiveFile), join(place, 'unpacked')]);
  await rm(target, { recursive: true, force: true });
  await rename(join(place, 'unpacked'), target);
}

/**
 * Unpacks a nats-server package into `cache` without installing it, so that no service is started: that of the next
 * release where this is Debian, else that of this distribution. Undefined where neither can be had.
 */
export async function unpackNats(cache: string, say: (line: string) => void): Promise<string | undefined> {
  if (listsAreEmpty()) await updateLists();
  await mkdir(cache, { recursive: true });
  const place = await mkdtemp(join(cache, 'apt-'));
  try {
    const newer = await settingsForNewerRelease(place);
    say(
      `unpacking nats-server of ${newer === undefined ? 'this distribution' : `Debian ${NEWER_RELEASE}`} into ${cache}`,
    );
    await unpackInto(join(cache, 'nats-server'), place, newer ?? []);
    return unpackedNats(cache);
  } catch (error) {
    say(`that did not work: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    return undefined;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
