import { readFile, writeFile } from 'node:fs/promises';
import type { SubgraphSchema } from './build-subgraph';

/** The SDL of a subgraph as it stands in its `schema.graphql`. */
export function subgraphSdl({ sdl }: Pick<SubgraphSchema, 'sdl'>): string {
  return `# Generated from the code of this service. Do not edit.\n${sdl}`;
}

/** Writes a service's `schema.graphql`; answers whether it differed from what was there. */
export async function writeSubgraphSdl(schema: Pick<SubgraphSchema, 'sdl'>, file: string): Promise<boolean> {
  const before = await readFile(file, 'utf8').catch(() => '');
  const after = subgraphSdl(schema);
  if (before === after) return false;
  await writeFile(file, after);
  return true;
}
