import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { regulationSchema, type Regulation } from './regulation.model';

const DIRECTORY = join(__dirname, '..', '..', 'data', 'regulations');

/**
 * Reads a regulation file that was checked (`checkRegulation`). Throws `Error` that names the file and what departs from
 * the format.
 */
export function readRegulation(file: string, content: string): Regulation {
  const parsed = regulationSchema.safeParse(JSON.parse(content));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

let shipped: readonly Regulation[] | undefined;

/** The regulations that ship with Redress, ordered by id and version. */
export function listRegulations(): readonly Regulation[] {
  shipped ??= readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readRegulation(name, readFileSync(join(DIRECTORY, name), 'utf8')))
    .sort((one, other) => (one.id === other.id ? one.version - other.version : one.id < other.id ? -1 : 1));
  return shipped;
}

/** A regulation by id, in its newest version unless another is asked for. */
export function findRegulation(id: string, version?: number): Regulation | undefined {
  return listRegulations().findLast(
    (regulation) => regulation.id === id && (version === undefined || regulation.version === version),
  );
}
