import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The owner's process id is part of the name, so that a later run can tell what a dead one left behind. */
const prefix = (kind: 'test' | 'system') => `redress-${kind}-${process.pid}-`;

/** A new directory for one server, or for a whole system, of this test process. */
export function privateDirectory(kind: 'test' | 'system' = 'test'): string {
  return mkdtempSync(join(tmpdir(), prefix(kind)));
}

/** The process that made the directory, when the name is one that {@link privateDirectory} gives. */
export function ownerOf(directoryName: string): number | undefined {
  const match = /^redress-(?:test|system)-(\d+)-/.exec(directoryName);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
