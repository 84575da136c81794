import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { eventually, quickStart } from '@redress/testkit';

const TOP = join(__dirname, '..', '..', '..', '..');

/** A built program of this repository, running. */
export interface Program {
  /** Resolves with the signal or the code with which it ended. */
  readonly ended: Promise<string>;
  readonly hasEnded: () => boolean;
  kill(): Promise<void>;
}

/** Builds what child processes run; takes no time when nothing changed. */
export function buildPrograms(): void {
  execFileSync(process.execPath, [join(TOP, 'packages', 'launcher', 'build.mjs')], { stdio: 'pipe' });
}

/** Starts a service with nothing but these variables, and resolves when it says that it is ready. */
export async function startProgram(service: string, env: Record<string, string>, readyUrl: string): Promise<Program> {
  const child = spawn(process.execPath, [join(TOP, 'services', service, 'dist', 'main.js')], {
    env: { ...quickStart(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // a test that fails before it can end its programs must not leave a process of jest that waits for them
  child.unref();
  (child.stderr as Socket).unref();
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  let how: string | undefined;
  const ended = endOf(child).then((end) => (how = end));
  await eventually(
    async () => {
      if (how !== undefined) return true;
      return (await fetch(readyUrl)).ok;
    },
    { timeoutMs: 60_000, what: `${service} being ready` },
  );
  if (how === '1') throw new Error(`${service} did not start: ${complaints.join('')}`);
  return {
    ended,
    hasEnded: () => how !== undefined,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  });
}
