import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ReviewedChange } from './breaking-changes';
import type { SubgraphSource } from './compose-graph';

/** Where the sources and the composed files lie below a repository. */
export interface GraphFiles {
  sources(): Promise<SubgraphSource[]>;
  supergraph(): Promise<string | undefined>;
  publicSchema(): Promise<string | undefined>;
  /** The public schema as it stood in another revision; `undefined` when that has none. */
  publicSchemaAt(revision: string): Promise<string | undefined>;
  reviewedChanges(): Promise<ReviewedChange[]>;
  write(composed: { supergraph: string; publicSchema: string }): Promise<void>;
}

const SUPERGRAPH = 'gateway/supergraph.graphql';
const PUBLIC_SCHEMA = 'gateway/schema.graphql';
const REVIEWED = 'gateway/breaking-changes.json';

const run = promisify(execFile);

/** The files of the repository whose root is given. */
export function graphFiles(root: string): GraphFiles {
  const read = (path: string) => readFile(join(root, path), 'utf8').catch(() => undefined);
  return {
    async sources() {
      const names = (await readdir(join(root, 'services'))).sort();
      const sources = await Promise.all(
        names.map(async (name) => ({ name, sdl: await read(`services/${name}/schema.graphql`) })),
      );
      return sources.filter((source): source is SubgraphSource => source.sdl !== undefined);
    },
    supergraph: () => read(SUPERGRAPH),
    publicSchema: () => read(PUBLIC_SCHEMA),
    publicSchemaAt: (revision) =>
      run('git', ['show', `${revision}:${PUBLIC_SCHEMA}`], { cwd: root, maxBuffer: 64 * 1024 * 1024 }).then(
        ({ stdout }) => stdout,
        () => undefined,
      ),
    reviewedChanges: async () => JSON.parse((await read(REVIEWED)) ?? '[]') as ReviewedChange[],
    async write({ supergraph, publicSchema }) {
      await writeFile(join(root, SUPERGRAPH), supergraph);
      await writeFile(join(root, PUBLIC_SCHEMA), publicSchema);
    },
  };
}
