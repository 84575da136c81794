import type { TenantReader } from '@redress/persistence';
import { applyEvents, needsOf, type Projections } from '../take-in/fold-events.handler';
import { FactSet, type Need } from '../model/fact-set.model';
import type { FactsRepository } from '../model/facts.repository';
import type { Build } from '../model/generations.repository';
import type { Journal } from '../model/journal.repository';
import { NOTHING_WRITTEN, writeBatch, type WritingParts } from './write-batch.handler';

/** What facts are made from and with. */
export interface FoldingParts extends WritingParts {
  readonly projections: Projections;
  readonly journal: Journal;
  /** Events of one transaction: many are quicker, few leave the process to others more often. */
  readonly eventsAtOnce: number;
}

/** How far it came, or that somebody else has moved the build on, or ended it. */
export type Folding = { readonly state: 'REACHED'; readonly build: Build } | { readonly state: 'OVERTAKEN' };

/** Rows that are kept in memory between batches, so that they need not be read again. */
const ROWS_IN_MEMORY = 400_000;

/** Meets needs from the store, unless all that was ever stored is in memory. */
async function meet(
  repository: FactsRepository,
  reader: TenantReader,
  facts: FactSet,
  { needs, generation, all }: { readonly needs: readonly Need[]; readonly generation: number; readonly all: boolean },
): Promise<void> {
  if (all) facts.loadNothing(needs);
  else await repository.load(reader, generation, facts, needs);
}

/**
 * Applies the journal to a build up to a position. While one batch is stored, the next is made ready, and the one behind
 * it read and folded. Each batch moves the position of the build in its own transaction, so that it may end anywhere and be
 * taken up again, and of two who work on the same build only one can write each batch.
 */
export async function foldJournal(parts: FoldingParts, tenantId: string, from: Build, until: bigint): Promise<Folding> {
  const reader = parts.database.reader(tenantId);
  const pageAfter = (after: bigint) => quietly(parts.journal.read(reader, after, until, parts.eventsAtOnce));
  let build = from;
  let facts = new FactSet();
  let all = from.position === 0n;
  let last = NOTHING_WRITTEN;
  for (let page = pageAfter(build.position); build.position < until;) {
    const events = await page;
    const to = events.at(-1)?.position ?? until;
    page = pageAfter(to);
    if (facts.size > ROWS_IN_MEMORY) {
      await last.stored;
      [facts, all] = [new FactSet(), false];
    }
    const needs = needsOf(events, parts.projections);
    await meet(parts.facts, reader, facts, { needs, generation: build.generation, all });
    applyEvents(facts, events, parts.projections);
    if (!(await last.queued)) break;
    last = writeBatch(parts, tenantId, { build, to, changes: facts.takeChanges(), before: last });
    build = { ...build, position: to };
  }
  return (await last.stored) ? { state: 'REACHED', build } : { state: 'OVERTAKEN' };
}

/** It is awaited later; until then its failure is nobody's. */
function quietly<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}
