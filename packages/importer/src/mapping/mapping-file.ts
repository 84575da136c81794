import { readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { mappingSchema, type Mapping } from './mapping.model';

/** A mapping cannot be used; the message says why and what to do. */
export class MappingUnusable extends Error {}

const DIRECTORY = join(__dirname, '..', '..', 'mappings');

/** Reads a mapping by the name of one that ships with Redress, or by the path of a `.json` file. */
export async function readMapping(nameOrPath: string): Promise<Mapping> {
  const isPath = nameOrPath.endsWith('.json');
  const path = isPath
    ? isAbsolute(nameOrPath)
      ? nameOrPath
      : join(process.cwd(), nameOrPath)
    : join(DIRECTORY, `${nameOrPath}.json`);
  const text = await readFile(path, 'utf8').catch(async () => {
    const known = isPath
      ? ''
      : ` There are: ${(await shippedMappings()).join(', ')}. Or give the path of a .json file.`;
    throw new MappingUnusable(`There is no mapping ${nameOrPath}.${known}`);
  });
  return parseMapping(text, nameOrPath);
}

/** Parses a mapping; every problem is named with its place. */
export function parseMapping(text: string, name: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new MappingUnusable(`The mapping ${name} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new MappingUnusable(`The mapping ${name} is not well-formed:\n${z.prettifyError(parsed.error)}`);
}

/** Names of the mappings that ship with Redress. */
export async function shippedMappings(): Promise<string[]> {
  return (await readdir(DIRECTORY))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
}
