import { readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { mappingSchema, type Mapping } from './mapping.model';
import { purchaseMappingSchema, type PurchaseMapping } from './purchase-mapping.model';

/** A mapping cannot be used; the message says why and what to do. */
export class MappingUnusable extends Error {}

const DIRECTORY = join(__dirname, '..', '..', 'mappings');

/** Reads a mapping of complaints by the name of one that ships with Redress, or by the path of a `.json` file. */
export async function readMapping(nameOrPath: string): Promise<Mapping> {
  return parseMapping(await readText(nameOrPath, DIRECTORY), nameOrPath);
}

/** The same for a mapping of orders. */
export async function readPurchaseMapping(nameOrPath: string): Promise<PurchaseMapping> {
  return parsePurchaseMapping(await readText(nameOrPath, join(DIRECTORY, 'purchases')), nameOrPath);
}

/** Parses a mapping of orders; every problem is named with its place. */
export function parsePurchaseMapping(text: string, name: string): PurchaseMapping {
  return parseAs(purchaseMappingSchema, text, name);
}

async function readText(nameOrPath: string, directory: string): Promise<string> {
  const isPath = nameOrPath.endsWith('.json');
  const path = isPath
    ? isAbsolute(nameOrPath)
      ? nameOrPath
      : join(process.cwd(), nameOrPath)
    : join(directory, `${nameOrPath}.json`);
  return readFile(path, 'utf8').catch(async () => {
    const known = isPath
      ? ''
      : ` There are: ${(await shippedMappings(directory)).join(', ')}. Or give the path of a .json file.`;
    throw new MappingUnusable(`There is no mapping ${nameOrPath}.${known}`);
  });
}

/** Parses a mapping; every problem is named with its place. */
export function parseMapping(text: string, name: string): Mapping {
  return parseAs(mappingSchema, text, name);
}

function parseAs<Schema extends z.ZodType>(schema: Schema, text: string, name: string): z.infer<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new MappingUnusable(`The mapping ${name} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new MappingUnusable(`The mapping ${name} is not well-formed:\n${z.prettifyError(parsed.error)}`);
}

/** Names of the mappings that ship with Redress. */
export async function shippedMappings(directory: string = DIRECTORY): Promise<string[]> {
  return (await readdir(directory))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
}
