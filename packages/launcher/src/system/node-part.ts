import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, startPrivateProcess } from '../infrastructure/private-process';
import type { Part } from '../supervision/part';
import { waitUntilReady } from './readiness';

/** A service or the gateway: a node process that says on `readyUrl` when it is ready. */
export interface NodePartOptions {
  readonly name: string;
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly readyUrl: string;
  readonly logs: string;
  readonly readyWithinMs?: number;
  /** How long it may drain after SIGTERM. */
  readonly graceMs?: number;
}

const LARGEST_LOG = 20 * 1024 * 1024;

function keepLogSmall(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(file, `${file}.1`);
}

export function nodePart(options: NodePartOptions): Part {
  const { name, program, environment, readyUrl, readyWithinMs = 90_000, graceMs = 20_000 } = options;
  const logFile = join(options.logs, `${name}.log`);
  return {
    name,
    async launch(signal) {
      keepLogSmall(logFile);
      const child = await startPrivateProcess({
        name,
        command: process.execPath,
        args: [program],
        logFile,
        environment,
      });
      try {
        await waitUntilReady({ name, url: readyUrl, timeoutMs: readyWithinMs, stillAlive: child.alive, signal });
      } catch (error) {
        await child.stop({ signal: 'SIGKILL' });
        const message = error instanceof Error ? error.message : String(error);
        throw new Error(`${message}; the end of ${logFile}:\n${lastLines(logFile)}`, { cause: error });
      }
      return { pid: child.pid, exited: child.exited, stop: () => child.stop({ graceMs }) };
    },
  };
}
