import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../eventually';

/** The clock of a system whose processes can be told what time it is. */
export interface SystemClock {
  /** What the processes have to be started with. */
  readonly environment: NodeJS.ProcessEnv;
  /** By how much it is off the real time. */
  readonly offsetMs: number;
  /** Moves these processes to a moment. */
  moveTo(moment: string | Date, pids: readonly number[]): Promise<void>;
}

const PRELOAD = join(__dirname, 'moved-clock.cjs');

/** A clock that is kept in a directory and begins at a moment. */
export function clockIn(directory: string, moment: string): SystemClock {
  const file = join(directory, 'clock-offset');
  let offsetMs = 0;
  const write = (to: Date): void => {
    offsetMs = to.getTime() - Date.now();
    writeFileSync(file, String(offsetMs));
  };
  write(new Date(moment));
  return {
    get offsetMs() {
      return offsetMs;
    },
    environment: { NODE_OPTIONS: `--require ${PRELOAD}`, REDRESS_TEST_CLOCK: file },
    async moveTo(to, pids) {
      write(new Date(to));
      for (const pid of pids) process.kill(pid, 'SIGUSR2');
      await eventually(() => pids.every((pid) => told(file, pid) === String(offsetMs)), {
        what: 'all processes at the new moment',
        timeoutMs: 60_000,
        intervalMs: 5,
      });
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
