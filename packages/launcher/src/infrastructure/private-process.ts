import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child process that writes to its own log file and is ended by whoever started it. */
export interface PrivateProcess {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  readonly exited: Promise<ProcessExit>;
  readonly alive: () => boolean;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Asks with the signal, insists with SIGKILL after `graceMs`, and resolves when the process is gone. */
  readonly stop: (options?: { signal?: NodeJS.Signals; graceMs?: number }) => Promise<ProcessExit>;
}

/** Starts a child process in a process group of its own, so that a Ctrl-C on the terminal reaches only its owner. */
export async function startPrivateProcess(options: {
  name: string;
  command: string;
  args: readonly string[];
  logFile: string;
  cwd?: string;
  environment?: NodeJS.ProcessEnv;
}): Promise<PrivateProcess> {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.command, options.args, {
    stdio: ['ignore', log, log],
    detached: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.environment === undefined ? {} : { env: options.environment }),
  });
  closeSync(log);
  await once(child, 'spawn');
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${options.name} did not start`);
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const alive = () => child.exitCode === null && child.signalCode === null;
  return {
    name: options.name,
    pid,
    logFile: options.logFile,
    exited,
    alive,
    signal: (signal) => void child.kill(signal),
    async stop({ signal = 'SIGTERM', graceMs = 10_000 } = {}) {
      if (alive()) child.kill(signal);
      const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
      try {
        return await exited;
      } finally {
        clearTimeout(insist);
      }
    },
  };
}

/** The last lines of a log file, for an error message; empty when the file cannot be read. */
export function lastLines(file: string, count = 15): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
