import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectDirectory } from '../infrastructure/project-directory';
import { readJson, writeJson } from '../state/state-files';
import { performStep, type GraphAccess } from './perform-step';
import type { Kept, Step } from './step';

/** One file of the demonstration: what happens in one organisation, in order. */
interface Story {
  readonly tenant: string;
  readonly steps: readonly Step[];
}

/** What stands in the marker of a loaded demonstration. */
interface Marker {
  readonly version: number;
  readonly kept: Kept;
}

/** The organisation that the printed tokens belong to. */
export const DEMONSTRATION_TENANT = 'demo';

/** Grows when the data changes in a way that a system which is loaded already should be given. */
const VERSION = 1;

/** Where the stories and their documents lie. */
export const DEMONSTRATION_DIRECTORY = join(projectDirectory(), 'packages', 'launcher', 'demonstration');

async function loadStory(file: string, documents: string, graph: GraphAccess, nowMs: number): Promise<Kept> {
  const { tenant, steps } = JSON.parse(await readFile(file, 'utf8')) as Story;
  let kept: Kept = {};
  for (const step of steps) {
    const document = await readFile(join(documents, `${step.document}.graphql`), 'utf8');
    try {
      kept = await performStep(step, { graph, tenant, document, kept, nowMs });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`the demonstration of "${tenant}" stopped at "${step.title}": ${reason}`, { cause: error });
    }
  }
  return kept;
}

/**
 * Loads the demonstration through the public graph, once for each data directory; answers what its steps kept, now or
 * then. An interrupted load is made again from the start, which the idempotency keys in the data make harmless.
 */
export async function loadDemonstration(
  graph: GraphAccess,
  markerFile: string,
  directory = DEMONSTRATION_DIRECTORY,
): Promise<Kept> {
  const marker = (await readJson(markerFile)) as Marker | undefined;
  if (marker?.version === VERSION) return marker.kept;
  const stories = join(directory, 'stories');
  let kept: Kept = {};
  if (existsSync(stories)) {
    for (const name of (await readdir(stories)).filter((entry) => entry.endsWith('.json')).sort()) {
      kept = { ...kept, ...(await loadStory(join(stories, name), join(directory, 'documents'), graph, Date.now())) };
    }
  }
  await writeJson(markerFile, { version: VERSION, kept } satisfies Marker);
  return kept;
}
