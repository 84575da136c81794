import type { Database } from '@redress/persistence';
import type { FactChanges } from '../model/fact-set.model';
import type { FactsRepository } from '../model/facts.repository';
import type { Build, Generations } from '../model/generations.repository';

/** Where batches are stored. */
export interface WritingParts {
  readonly database: Database;
  readonly facts: FactsRepository;
  readonly generations: Generations;
}

/** A batch on its way into the store. */
export interface Writing {
  /** Whether it holds its turn, so that the next may queue behind it; false when it ended without one. */
  readonly queued: Promise<boolean>;
  /** Whether it is stored; false when somebody else was there before. */
  readonly stored: Promise<boolean>;
}

/** What is written first follows this. */
export const NOTHING_WRITTEN: Writing = { queued: Promise.resolve(true), stored: Promise.resolve(true) };

/** What events up to a position did to a build, and behind which batch it is stored. */
export interface Batch {
  readonly build: Build;
  readonly to: bigint;
  readonly changes: FactChanges;
  readonly before: Writing;
}

/** The build is not where the batch begins. */
class NotItsTurn extends Error {}

/**
 * Writes what a batch did to a build, and that it did, in one transaction. Its statements are made while the batch before
 * is being stored; then it waits for that one at the row of the build, and goes to the store in one piece.
 */
export function writeBatch(parts: WritingParts, tenantId: string, batch: Batch): Writing {
  let queue: (holdsTurn: boolean) => void = () => undefined;
  const queued = new Promise<boolean>((resolve) => {
    queue = resolve;
  });
  const attempt = () => attemptToWrite(parts, tenantId, batch, () => queue(true));
  const stored = store(attempt, batch.before);
  // Whoever queues behind it, or ends, awaits it; until then its failure is nobody's.
  stored.then(queue, () => queue(false));
  return { queued, stored };
}

/** Ends after the batch before, whose failure is told first. */
async function store(attempt: () => Promise<boolean>, before: Writing): Promise<boolean> {
  try {
    if (await attempt()) return true;
  } catch (error) {
    await before.stored;
    throw error;
  }
  // One that the database has undone and that is run again lets the one behind it come first, who then has to wait.
  return (await before.stored) && attempt();
}

async function attemptToWrite(
  { database, facts, generations }: WritingParts,
  tenantId: string,
  { build, to, changes }: Batch,
  onTurn: () => void,
): Promise<boolean> {
  try {
    return await database.transaction(tenantId, async (tx) => {
      facts.saveAnew(tx, build.generation, changes);
      if (!(await generations.advance(tx, build, to))) throw new NotItsTurn();
      onTurn();
      return true;
    });
  } catch (error) {
    if (error instanceof NotItsTurn) return false;
    throw error;
  }
}
