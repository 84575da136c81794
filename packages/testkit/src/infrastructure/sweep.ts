import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphans, stateFiles } from '@redress/launcher/infrastructure';
import { ownerOf } from './private-directory';

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): string {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Servers note their process id below their directory. */
function pidsBelow(directory: string): number[] {
  return [join('mysql', 'db.pid'), 'nats.pid'].flatMap((name) => {
    try {
      return [Number(readFileSync(join(directory, name), 'utf8'))];
    } catch {
      return [];
    }
  });
}

/** Ends the servers and removes the directories of test processes that were killed before they could do so. */
export async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = ownerOf(name);
    if (owner === undefined || runs(owner)) continue;
    const directory = join(tmpdir(), name);
    for (const pid of pidsBelow(directory)) {
      if (commandOf(pid).includes(directory)) process.kill(pid, 'SIGKILL');
    }
    await endOrphans(stateFiles(directory), { say: () => undefined });
    rmSync(directory, { recursive: true, force: true });
  }
}
