import type { Organisation } from '../stage/organisation';
import type { Stage } from '../stage/stage';

/** A change as the reader met it. */
export interface Sighting {
  readonly type: string;
  readonly position: number;
  /** When it happened, in Unix milliseconds. */
  readonly occurredAt: number;
  /** From the event's own time until the reader had it. */
  readonly latencyMs: number;
}

/** A reader of the change feed. */
export interface ChangeFollower {
  /** Reads on until what was seen suffices, then ends; throws after a minute. */
  until(enough: (seen: readonly Sighting[]) => boolean): Promise<readonly Sighting[]>;
}

interface Page {
  readonly changes: {
    readonly nodes: readonly { readonly type: string; readonly position: string; readonly occurredAt: string }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

const CHANGES = `query Changes($after: String, $types: [String!]) {
  changes(after: $after, first: 100, types: $types) { nodes { type position occurredAt } pageInfo { endCursor hasNextPage } }
}`;
const PAUSE_MS = 10;
const LIMIT_MS = 60_000;

/** Goes to the end of the feed and reads on from there. */
export async function followChanges(
  { graph }: Stage,
  { tokens }: Organisation,
  types: readonly string[] | null,
): Promise<ChangeFollower> {
  let after: string | null = null;
  const read = async (): Promise<Page['changes']> => {
    const { changes } = await graph.ask<Page>(CHANGES, { after, types }, tokens.analyst);
    after = changes.pageInfo.endCursor ?? after;
    return changes;
  };
  while ((await read()).pageInfo.hasNextPage);

  const seen: Sighting[] = [];
  let ended = false;
  const reading = (async () => {
    while (!ended) {
      const { nodes } = await read();
      const now = Date.now();
      seen.push(
        ...nodes.map(({ type, position, occurredAt }) => {
          const happened = Date.parse(occurredAt);
          return { type, position: Number(position), occurredAt: happened, latencyMs: now - happened };
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  })();
  return {
    async until(enough) {
      const deadline = Date.now() + LIMIT_MS;
      while (!enough(seen)) {
        if (Date.now() > deadline) throw new Error(`only ${seen.length} changes were seen`);
        await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, PAUSE_MS))]);
      }
      ended = true;
      await reading;
      return seen;
    },
  };
}
