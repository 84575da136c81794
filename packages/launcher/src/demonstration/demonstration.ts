import { readJson, writeJson } from '../state/state-files';
import type { TokenRequest } from '../system/tokens';

/** The organisation that the printed tokens belong to. */
export const DEMONSTRATION_TENANT = 'demo';

/** Grows when the data changes in a way that a loaded system should be given. */
const VERSION = 1;

/** The public graph and the right to speak as anyone: all that the demonstration has. */
export interface GraphAccess {
  readonly url: string;
  readonly tokenFor: (request: TokenRequest) => Promise<string>;
}

/** One act of the demonstration: a request to the public graph, as a person of a role. */
export interface DemonstrationAct {
  readonly title: string;
  perform(graph: GraphAccess): Promise<void>;
}

/**
 * Loads the demonstration through the public graph, once for each data directory. An interrupted load is made again
 * from the start, so every act carries its own idempotency key.
 */
export async function loadDemonstration(
  graph: GraphAccess,
  markerFile: string,
  acts: readonly DemonstrationAct[],
): Promise<'loaded' | 'present'> {
  const marker = (await readJson(markerFile)) as { version?: number } | undefined;
  if (marker?.version === VERSION) return 'present';
  for (const act of acts) {
    try {
      await act.perform(graph);
    } catch (error) {
      throw new Error(`the demonstration stopped at "${act.title}"`, { cause: error });
    }
  }
  await writeJson(markerFile, { version: VERSION, loadedAt: new Date().toISOString(), acts: acts.length });
  return 'loaded';
}
