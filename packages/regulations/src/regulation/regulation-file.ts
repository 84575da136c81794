import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { regulationSchema, type Regulation } from './regulation.model';

const DIRECTORY = join(__dirname, '..', '..', 'data', 'regulations');

/** Reads one regulation file. Throws `Error` that names the file, the path in it and what was expected there. */
export function readRegulation(file: string, content: string): Regulation {
  const parsed = regulationSchema.safeParse(JSON.parse(content));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const openValues = new Set(parsed.data.openValues.map(({ key }) => key));
  for (const { stage, deadline } of parsed.data.stages) {
    if (deadline !== undefined && 'openValue' in deadline && !openValues.has(deadline.openValue)) {
      throw new Error(`${file}: stage ${stage} names the open value ${deadline.openValue}, which is not declared`);
    }
  }
  return parsed.data;
}

const shipped: readonly Regulation[] = readdirSync(DIRECTORY)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => readRegulation(name, readFileSync(join(DIRECTORY, name), 'utf8')));

/** The regulations that ship with Redress, ordered by id and version. */
export function listRegulations(): readonly Regulation[] {
  return shipped;
}

/** A regulation by id, in its newest version unless another is asked for. */
export function findRegulation(id: string, version?: number): Regulation | undefined {
  return shipped
    .filter((regulation) => regulation.id === id && (version === undefined || regulation.version === version))
    .at(-1);
}
