import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = `redress-columns-${hostname()}-`;
/** Tells this process from one that had the same number before it. */
const THIS_PROCESS = `${process.pid}-${Math.round(performance.timeOrigin)}`;

/** A directory of its own for what a column store does not hold in memory; those of processes that were killed go. */
export async function makeSpillDirectory(): Promise<string> {
  for (const name of await spillDirectories()) if (isLeft(name)) await rm(name, { recursive: true, force: true });
  return mkdtemp(join(tmpdir(), `${PREFIX}${THIS_PROCESS}-`));
}

/** Those of this machine, whoever they belong to. */
export async function spillDirectories(): Promise<readonly string[]> {
  const names = await readdir(tmpdir());
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => join(tmpdir(), name));
}

function isLeft(path: string): boolean {
  const owner = path.slice(join(tmpdir(), PREFIX).length);
  const number = Number(owner.slice(0, owner.indexOf('-')));
  return Number.isSafeInteger(number) && number > 0 && !owner.startsWith(`${THIS_PROCESS}-`) && !isAlive(number);
}

function isAlive(number: number): boolean {
  if (number === process.pid) return false;
  try {
    return process.kill(number, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
