import type { TenantReader } from '@redress/persistence';
import type { Period } from '../../ledger/model/period.model';
import { ACT_COLUMNS, actOf, type ActRow } from '../adapters/period-act.row';
import { digestsOf } from '../adapters/entry-digests.query';
import { BEFORE_ALL, entriesHasher, isIntact, type PeriodAct, type SealedEntry } from '../model/period-act.policy';

/** How an entry differs from what the closing sealed. */
export interface DifferingEntry {
  readonly entryId: string;
  readonly difference: 'CHANGED' | 'MISSING' | 'ADDED';
}

/** What a verification found. */
export interface PeriodVerification {
  readonly act: PeriodAct;
  /** The hash of the entries as they are now. */
  readonly entriesHash: string;
  readonly differing: readonly DifferingEntry[];
  /** Whether what was sealed entry by entry still gives the hash of the closing. */
  readonly sealIntact: boolean;
  /** The first act of the chain, by its sequence, that is not what it was when it was linked. */
  readonly chainBrokenAt: number | undefined;
}

const MOST = 100;
const PAGE = 1_000;

/** Computes the hash of a month again and compares it, entry by entry, with what its last closing sealed. */
export async function verifyPeriod(reader: TenantReader, period: Period): Promise<PeriodVerification | undefined> {
  const acts = await actsOf(reader);
  const act = acts.findLast((each) => each.period === period && each.kind === 'CLOSED');
  if (act === undefined) return undefined;
  const [now, then] = [entriesHasher(), entriesHasher()];
  const differing: DifferingEntry[] = [];
  for await (const { was, is } of sideBySide(sealedBy(reader, act.sequence), digestsOf(reader, period))) {
    if (is !== undefined) now.add(is.entryId, is.digest);
    if (was !== undefined) then.add(was.entryId, was.digest);
    const difference = differenceOf(was, is);
    if (difference !== undefined && differing.length < MOST) differing.push(difference);
  }
  const sealIntact = then.end() === act.entriesHash;
  return { act, entriesHash: now.end(), differing, sealIntact, chainBrokenAt: brokenAt(acts) };
}

async function actsOf(reader: TenantReader): Promise<PeriodAct[]> {
  const rows = await reader.query<ActRow>(
    `SELECT ${ACT_COLUMNS} FROM period_act a WHERE a.tenant_id = :tenantId ORDER BY a.sequence`,
  );
  return rows.map(actOf);
}

function brokenAt(acts: readonly PeriodAct[]): number | undefined {
  return acts.find((act, index) => !isIntact(acts[index - 1] ?? BEFORE_ALL, act))?.sequence;
}

async function* sealedBy(reader: TenantReader, sequence: number): AsyncIterable<readonly SealedEntry[]> {
  for (let after = ''; ;) {
    const page = await reader.query<SealedEntry>(
      `SELECT c.entry_id AS entryId, c.digest FROM closed_entry c
       WHERE c.tenant_id = :tenantId AND c.sequence = :sequence AND c.entry_id > :after
       ORDER BY c.entry_id LIMIT ${String(PAGE)}`,
      { sequence, after },
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.entryId;
  }
}

interface Pair {
  readonly was: SealedEntry | undefined;
  readonly is: SealedEntry | undefined;
}

/** Walks both lists in the order of their ids, each entry beside its counterpart. */
async function* sideBySide(
  sealed: AsyncIterable<readonly SealedEntry[]>,
  current: AsyncIterable<readonly SealedEntry[]>,
): AsyncIterable<Pair> {
  const [before, after] = [oneByOne(sealed), oneByOne(current)];
  let [was, is] = [await before(), await after()];
  while (was !== undefined || is !== undefined) {
    const order = was === undefined ? 1 : is === undefined ? -1 : compare(was.entryId, is.entryId);
    yield { was: order <= 0 ? was : undefined, is: order >= 0 ? is : undefined };
    if (order <= 0) was = await before();
    if (order >= 0) is = await after();
  }
}

function oneByOne(pages: AsyncIterable<readonly SealedEntry[]>): () => Promise<SealedEntry | undefined> {
  const iterator = pages[Symbol.asyncIterator]();
  let [page, index]: [readonly SealedEntry[], number] = [[], 0];
  return async () => {
    while (index >= page.length) {
      const next = await iterator.next();
      if (next.done === true) return undefined;
      [page, index] = [next.value, 0];
    }
    index += 1;
    return page[index - 1];
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function differenceOf(was: SealedEntry | undefined, is: SealedEntry | undefined): DifferingEntry | undefined {
  if (was === undefined) return is === undefined ? undefined : { entryId: is.entryId, difference: 'ADDED' };
  if (is === undefined) return { entryId: was.entryId, difference: 'MISSING' };
  return was.digest === is.digest ? undefined : { entryId: was.entryId, difference: 'CHANGED' };
}
