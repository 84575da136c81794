import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Processor time in milliseconds by process name. */
export type ProcessorTime = Readonly<Record<string, number>>;

const TICKS_A_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** User and system time that the process has used so far, all its threads together, in milliseconds. */
export function processorTimeMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in brackets and may contain spaces.
  const [utime, stime] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (((utime ?? 0) + (stime ?? 0)) * 1000) / TICKS_A_SECOND;
}

/** Runs the work and answers how much processor time each of the processes used meanwhile. */
export async function processorTimeOf(
  pids: Readonly<Record<string, number>>,
  work: () => Promise<void>,
): Promise<ProcessorTime> {
  const before = Object.entries(pids).map(([name, pid]) => ({ name, pid, ms: processorTimeMs(pid) }));
  await work();
  return Object.fromEntries(before.map(({ name, pid, ms }) => [name, processorTimeMs(pid) - ms]));
}
