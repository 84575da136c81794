import { unreviewedBreakingChanges } from './breaking-changes';
import { composeGraph } from './compose-graph';
import type { GraphFiles } from './graph-files';

/** What `reviewGraph` does besides looking. */
export interface ReviewOptions {
  /** Write the composed files when nothing is wrong; otherwise a difference to them is a problem. */
  readonly write: boolean;
  /** Compare with the public schema of this revision as well, so that a break cannot be hidden by committing it. */
  readonly against?: string;
}

/** Composes the subgraphs and says what is wrong: composition errors, unreviewed breaks, files that are out of date. */
export async function reviewGraph(files: GraphFiles, options: ReviewOptions): Promise<string[]> {
  const composition = composeGraph(await files.sources());
  if (!composition.ok) return composition.problems.map((problem) => `the subgraphs do not compose: ${problem}`);
  const breaks = await findBreaks(files, composition.publicSchema, options.against);
  if (breaks.length > 0) return breaks;
  if (options.write) {
    await files.write(composition);
    return [];
  }
  const current = (await files.supergraph()) === composition.supergraph;
  const currentPublic = (await files.publicSchema()) === composition.publicSchema;
  return current && currentPublic ? [] : ['the composed graph is out of date: run `npm run compose` and commit it'];
}

async function findBreaks(files: GraphFiles, after: string, against: string | undefined): Promise<string[]> {
  const reviewed = await files.reviewedChanges();
  const earlier = [await files.publicSchema(), against === undefined ? undefined : await files.publicSchemaAt(against)];
  const found = new Map<string, string>();
  for (const before of earlier.filter((schema) => schema !== undefined)) {
    for (const { id, message } of await unreviewedBreakingChanges(before, after, reviewed)) found.set(id, message);
  }
  return [...found].map(
    ([id, message]) =>
      `breaks clients: ${message} (${id}; add it to gateway/breaking-changes.json with the reason if that was reviewed)`,
  );
}
