import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectDirectory } from '@redress/launcher';
import { median } from '../figures/distribution';

/** What figures of one machine depend on. */
export interface Machine {
  readonly processors: string;
  readonly memoryGiB: string;
  readonly node: string;
  /** How busy the machine was with other things when the run began. */
  readonly load: string;
  readonly flushMs: string;
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    processors: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`,
    memoryGiB: (totalmem() / 2 ** 30).toFixed(0),
    node: process.versions.node,
    load: loadNow(),
    flushMs: flushMs().toFixed(2),
  };
}

/** The load average of the last minute. */
export function loadNow(): string {
  return loadavg()[0]?.toFixed(1) ?? 'unknown';
}

/** How long the disk takes to flush a small write, which bounds every durable commit. */
function flushMs(): number {
  const file = join(projectDirectory(), '.redress', 'benchmark-flush');
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(4_096, 1);
  const times = Array.from({ length: 100 }, () => {
    const since = performance.now();
    writeSync(handle, block);
    fsyncSync(handle);
    return performance.now() - since;
  });
  closeSync(handle);
  rmSync(file);
  return median(times);
}
