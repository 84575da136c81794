import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, startTestSystem, type TestSystem } from '@redress/testkit';

/** A system of a test's own whose processes can be told what time it is. */
export interface MovedSystem extends TestSystem {
  /** Moves all processes to a moment; time goes on from there. */
  moveTo(moment: string | Date): Promise<void>;
  /** What the processes take for the present. */
  now(): Date;
}

const PROCESSES = ['intake', 'case-handling', 'finance', 'analytics', 'gateway', 'payment-simulator'] as const;
const PRELOAD = join(__dirname, 'moved-clock.cjs');

type Process = (typeof PROCESSES)[number];

/** Starts a system at a moment, with more variables for a process where a test needs them. */
export async function startMovedSystem(
  moment: string,
  more: Readonly<Partial<Record<Process, NodeJS.ProcessEnv>>> = {},
): Promise<MovedSystem> {
  const directory = mkdtempSync(join(tmpdir(), 'redress-clock-'));
  const file = join(directory, 'offset');
  let offsetMs = 0;
  const write = (to: Date): void => {
    offsetMs = to.getTime() - Date.now();
    writeFileSync(file, String(offsetMs));
  };
  write(new Date(moment));
  const environment = { NODE_OPTIONS: `--require ${PRELOAD}`, REDRESS_TEST_CLOCK: file };
  const system = await startTestSystem({
    more: Object.fromEntries(PROCESSES.map((name) => [name, { ...environment, ...more[name] }])),
  });
  return {
    ...system,
    now: () => new Date(Date.now() + offsetMs),
    async moveTo(to) {
      write(new Date(to));
      const pids = PROCESSES.flatMap((name) => system.pids()[name] ?? []);
      for (const pid of pids) process.kill(pid, 'SIGUSR2');
      await eventually(() => pids.every((pid) => told(file, pid) === String(offsetMs)), {
        what: 'all processes at the new moment',
        timeoutMs: 20_000,
        intervalMs: 5,
      });
    },
    async stop() {
      await system.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function told(file: string, pid: number): string | undefined {
  try {
    return readFileSync(`${file}.${pid}`, 'utf8');
  } catch {
    return undefined;
  }
}
