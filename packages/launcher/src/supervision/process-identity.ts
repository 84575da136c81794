import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process by its id and the moment of its start, because ids are used again. */
export interface KnownProcess {
  readonly pid: number;
  readonly startedAt: string;
}

function startOnLinux(pid: number): string | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the command stands in parentheses and may hold spaces; the start time is field 22, the 20th after them
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

function startElsewhere(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The process that has this id now; undefined when there is none. */
export function identify(pid: number): KnownProcess | undefined {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startElsewhere(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether the very process that was recorded still runs. */
export function stillRuns(known: KnownProcess): boolean {
  return identify(known.pid)?.startedAt === known.startedAt;
}

async function isGone(known: KnownProcess, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (stillRuns(known)) {
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** Ends a process that this one did not start: SIGTERM, then SIGKILL after `graceMs`. A reused id is left alone. */
export async function endProcess(known: KnownProcess, graceMs = 15_000): Promise<void> {
  for (const [signal, waitMs] of [['SIGTERM', graceMs] as const, ['SIGKILL', 5_000] as const]) {
    if (!stillRuns(known)) return;
    try {
      process.kill(known.pid, signal);
    } catch {
      return;
    }
    if (await isGone(known, waitMs)) return;
  }
  throw new Error(`process ${known.pid} does not end`);
}
