import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const totals = z.object({
  created: z.number(),
  existed: z.number(),
  /** Rows that the mapping could not read, or that were refused. */
  rejected: z.number(),
});

const stateSchema = z.object({
  /** Begins the idempotency keys of this run and of those that go on with it. */
  run: z.string(),
  /** Records of the file that are dealt with, counted from its beginning without a gap. */
  recordsDone: z.number(),
  /** Length of the reject file at that moment. */
  rejectBytes: z.number(),
  totals,
});

/** How far an import has come. */
export type ImportState = z.infer<typeof stateSchema>;
export type Totals = z.infer<typeof totals>;

/** What makes two imports the same one. */
export interface ImportIdentity {
  readonly fileDigest: string;
  readonly mapping: unknown;
  readonly tenant: string;
  readonly url: string;
}

/** Remembers on disk how far an import has come, until it is finished. */
export interface ImportStateFile {
  readonly path: string;
  /** The state of an interrupted import, or that of a new one. */
  read(): Promise<{ readonly state: ImportState; readonly resumed: boolean }>;
  write(state: ImportState): Promise<void>;
  remove(): Promise<void>;
}

/** The state file of an import, in a directory that holds those of all imports. */
export function importStateFile(directory: string, identity: ImportIdentity): ImportStateFile {
  const name = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
  const path = join(directory, `${name}.json`);
  return {
    path,
    async read() {
      const text = await readFile(path, 'utf8').catch(() => 'null');
      const parsed = stateSchema.safeParse(parseJson(text));
      if (parsed.success) return { state: parsed.data, resumed: true };
      const nothing = { created: 0, existed: 0, rejected: 0 };
      return { state: { run: randomUUID(), recordsDone: 0, rejectBytes: 0, totals: nothing }, resumed: false };
    },
    async write(state) {
      await mkdir(directory, { recursive: true });
      await writeFile(`${path}.draft`, JSON.stringify(state));
      await rename(`${path}.draft`, path);
    },
    remove: () => rm(path, { force: true }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
