import { accept, refuse, type Outcome } from '@redress/kernel';
import { foldEvents } from '../take-in/fold-events.handler';
import type { Build } from '../model/generations.repository';
import { foldJournal, type FoldingParts } from './fold-journal.handler';
import { JournalIncomplete } from '../model/journal.errors';

/** What a rebuild came to. */
export interface Rebuilt {
  readonly generation: number;
  readonly position: bigint;
  /** Of the events, those that this process has folded. */
  readonly events: bigint;
}

export type RebuildRefusal =
  'ANALYTICS_JOURNAL_INCOMPLETE' | 'ANALYTICS_NOTHING_TO_REBUILD' | 'ANALYTICS_REBUILT_ELSEWHERE';

/** So few are applied while the tenant's events wait. */
const EVENTS_AT_SWITCH = 500;

type Switching = 'LIVE' | 'BEHIND' | 'OVERTAKEN';

/**
 * Applies what came in last and makes the build the live one, while no event of the tenant is taken in: the lock on its
 * last position is the one that everything that changes its facts takes first.
 */
function switchTo(parts: FoldingParts, tenantId: string, build: Build): Promise<Switching> {
  const { database, facts: repository, generations, journal } = parts;
  return database.transaction(tenantId, async (tx) => {
    const [row] = await tx.query<{ position: string }>(
      'SELECT p.last_position AS position FROM change_position p WHERE p.tenant_id = :tenantId FOR UPDATE',
    );
    const reached = BigInt(row?.position ?? 0);
    if (reached - build.position > BigInt(EVENTS_AT_SWITCH)) return 'BEHIND';
    if (!(await generations.advance(tx, build, reached))) return 'OVERTAKEN';
    if (reached > build.position) {
      const events = await journal.read(tx, build.position, reached, EVENTS_AT_SWITCH);
      const facts = await foldEvents(tx, build.generation, events, parts);
      repository.save(tx, build.generation, facts);
    }
    await generations.goLive(tx, build.generation);
    return 'LIVE';
  });
}

/** Folds and switches until it is live, or somebody else was quicker. */
async function untilLive(parts: FoldingParts, tenantId: string, from: Build): Promise<Build | undefined> {
  const reader = parts.database.reader(tenantId);
  for (let build = from; ;) {
    const folding = await foldJournal(parts, tenantId, build, await parts.journal.reached(reader));
    if (folding.state === 'OVERTAKEN') return undefined;
    build = folding.build;
    const switched = await switchTo(parts, tenantId, build);
    if (switched === 'LIVE') return { ...build, position: await parts.journal.reached(reader) };
    if (switched === 'OVERTAKEN') return undefined;
  }
}

/**
 * Makes the facts of a tenant anew from its journal, beside the live ones, and switches over. A rebuild that ended
 * early is taken up where it was; where somebody else works on the same one, they are left to it.
 */
export async function rebuildFacts(parts: FoldingParts, tenantId: string): Promise<Outcome<Rebuilt, RebuildRefusal>> {
  if ((await parts.journal.reached(parts.database.reader(tenantId))) === 0n)
    return refuse({ code: 'ANALYTICS_NOTHING_TO_REBUILD' });
  const begun = await parts.database.transaction(tenantId, (tx) => parts.generations.begin(tx, 'REBUILD'));
  try {
    const end = await untilLive(parts, tenantId, begun);
    if (end === undefined) return refuse({ code: 'ANALYTICS_REBUILT_ELSEWHERE' });
    return accept({ ...end, events: end.position - begun.position });
  } catch (error) {
    if (!(error instanceof JournalIncomplete)) throw error;
    await parts.database.transaction(tenantId, (tx) => parts.generations.giveUp(tx, begun.generation));
    return refuse({ code: 'ANALYTICS_JOURNAL_INCOMPLETE', facts: { position: error.position.toString() } });
  }
}
