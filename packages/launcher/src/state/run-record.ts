import { rm } from 'node:fs/promises';
import { identify, stillRuns, type KnownProcess } from '../supervision/process-identity';
import { readJson, writeJson } from './state-files';

/** Who runs now: the launcher and its parts in the order in which they are to be stopped. */
export interface RunRecord {
  readonly launcher: KnownProcess;
  readonly parts: readonly (KnownProcess & { readonly name: string })[];
}

/** What the record says about the machine as it is now. */
export interface RunState {
  /** Present while the launcher that wrote the record runs. */
  readonly launcher?: KnownProcess;
  /** Processes that outlived their launcher. */
  readonly orphans: readonly (KnownProcess & { readonly name: string })[];
}

/** Records this process as the launcher, with the parts that run now. */
export async function writeRunRecord(file: string, parts: readonly { name: string; pid: number }[]): Promise<void> {
  const launcher = identify(process.pid);
  if (launcher === undefined) throw new Error('this process cannot be identified');
  const known = parts.flatMap(({ name, pid }) => {
    const found = identify(pid);
    return found === undefined ? [] : [{ name, ...found }];
  });
  await writeJson(file, { launcher, parts: known } satisfies RunRecord);
}

/** Compares the record with the processes that run. No record, or one from before a reboot, reads as nothing. */
export async function readRunState(file: string): Promise<RunState> {
  const record = (await readJson(file)) as RunRecord | undefined;
  if (record === undefined) return { orphans: [] };
  if (stillRuns(record.launcher)) return { launcher: record.launcher, orphans: [] };
  return { orphans: record.parts.filter((part) => stillRuns(part)) };
}

export async function removeRunRecord(file: string): Promise<void> {
  await rm(file, { force: true });
}
