import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where each thing lies below the state directory. */
export interface StateFiles {
  readonly directory: string;
  readonly database: string;
  readonly broker: string;
  readonly attachments: string;
  readonly evidence: string;
  readonly logs: string;
  readonly cache: string;
  readonly secrets: string;
  readonly issuerKey: string;
  readonly runRecord: string;
  readonly endpoint: string;
  readonly demonstration: string;
}

/** `cache` holds downloaded programs, which several state directories may share. */
export function stateFiles(directory: string, cache = join(directory, 'cache')): StateFiles {
  return {
    directory,
    database: join(directory, 'data', 'database'),
    broker: join(directory, 'data', 'broker'),
    attachments: join(directory, 'data', 'attachments'),
    evidence: join(directory, 'data', 'evidence'),
    logs: join(directory, 'logs'),
    cache,
    secrets: join(directory, 'secrets.json'),
    issuerKey: join(directory, 'issuer-key.json'),
    runRecord: join(directory, 'run.json'),
    endpoint: join(directory, 'endpoint.json'),
    demonstration: join(directory, 'data', 'demonstration.json'),
  };
}

/** Writes JSON for this account only, in one step: a reader sees the old file or the new one. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
}

/** The parsed file; undefined when there is none or it is damaged. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
