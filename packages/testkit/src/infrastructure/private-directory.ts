import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The owner's process id is part of the name, so that a later run can tell what a dead one left behind. */
const PREFIX = 'redress-test-';

/** A new directory for one server of this test process. */
export function privateDirectory(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** The process that made the directory, when the name is one that {@link privateDirectory} gives. */
export function ownerOf(directoryName: string): number | undefined {
  const match = /^redress-test-(\d+)-/.exec(directoryName);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
