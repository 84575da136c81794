import type { Database, TenantTransaction } from '@redress/persistence';
import { FACT_TABLES, type FactName } from '../../facts/model/fact-tables.model';
import { RollupDeltas } from '../model/rollup-deltas.model';
import type { RollupLayout } from '../model/rollup-layout.model';
import { nextEdition } from '../model/rollup-edition.model';
import type { FillProgress, ReadFactsAsOf, RollupEdition, Rollups } from '../model/rollups.repository';

/** What totals are filled with and from. */
export interface FillRollupsParts {
  readonly database: Database;
  readonly layout: RollupLayout;
  readonly rollups: Rollups;
  readonly liveGeneration: (tx: TenantTransaction) => Promise<number>;
  readonly read: ReadFactsAsOf;
  /** For how long nobody else takes up a filling whose process may have ended. */
  readonly leaseMs: number;
  /** Whether it is to be left where it is. */
  readonly isOver: () => boolean;
}

/** Tables that have totals, in the order in which they are read. */
const factsOf = ({ places }: RollupLayout): readonly FactName[] =>
  FACT_TABLES.map(({ name }) => name).filter((name) => places.some(({ fact }) => fact === name));

function following(layout: RollupLayout, fact: FactName): FillProgress {
  const facts = factsOf(layout);
  return { fact: facts[facts.indexOf(fact) + 1] ?? '', owner: '' };
}

/**
 * Begins an edition at the position of the last event, or finds the one that is being filled. No event is taken in
 * meanwhile: what comes before that position is filled in, and what comes after it is added by those who take it in.
 */
async function beginOrFind(parts: FillRollupsParts, tx: TenantTransaction): Promise<RollupEdition | undefined> {
  const { layout, rollups } = parts;
  const position = await rollups.holdPosition(tx);
  const generation = await parts.liveGeneration(tx);
  const editions = await rollups.hold(tx, generation);
  const kept = editions.find((each) => each.layout === layout.id && each.state !== 'RETIRED');
  if (kept?.position === position) return kept.state === 'FILLING' ? kept : undefined;
  if (position === 0n || kept?.isYoung === true) return undefined;
  if (kept !== undefined) await rollups.retire(tx, kept);
  const begun = {
    ...{ generation, edition: nextEdition(editions), layout: layout.id, state: 'FILLING' as const },
    ...{ position, filledAsOf: position, progress: { fact: factsOf(layout)[0] ?? '', owner: '' } as const },
  };
  rollups.begin(tx, begun);
  return { ...begun, isYoung: true };
}

/** Neighbours change the same totals: so many stretches are read before what they come to is written. */
const STRETCHES_A_WRITE = 10;

/** Reads owners of a table as they were when the edition began, and adds what they come to. */
async function fillSome(
  { database, layout, rollups, read, leaseMs, isOver }: FillRollupsParts,
  tenantId: string,
  edition: RollupEdition,
): Promise<FillProgress | undefined> {
  const { generation, filledAsOf: position, progress } = edition;
  const { fact } = progress;
  if (fact === '') return undefined;
  const deltas = new RollupDeltas(layout);
  let next = progress;
  for (let stretch = 0; stretch < STRETCHES_A_WRITE && next.fact === fact && !isOver(); stretch += 1) {
    const { rows, upTo } = await read(database.reader(tenantId), { generation, position, progress: next });
    for (const after of rows) deltas.change({ table: fact, before: undefined, after });
    next = upTo === undefined ? following(layout, fact) : { fact, owner: upTo };
  }
  const [to, all] = [{ progress: next, leaseMs }, deltas.all()];
  const isMine = await database.transaction(tenantId, (tx) => rollups.fill(tx, edition, to, all));
  return isMine ? next : undefined;
}

/**
 * Fills the totals of a tenant with what there was before they began to be kept. Each part moves the filling on in the
 * transaction that adds it: it may end anywhere and be taken up again, and of two who fill the same only one adds each part.
 */
export async function fillRollups(parts: FillRollupsParts, tenantId: string): Promise<void> {
  const begun = await parts.database.transaction(tenantId, (tx) => beginOrFind(parts, tx));
  if (begun === undefined) return;
  const hold = () => parts.database.transaction(tenantId, (tx) => parts.rollups.lease(tx, begun, parts.leaseMs));
  if (!(await hold())) return;
  for (let edition = begun; edition.progress.fact !== '' && !parts.isOver();) {
    const progress = await fillSome(parts, tenantId, edition);
    if (progress === undefined) return;
    edition = { ...edition, progress };
  }
}
