import type { FactListener } from '../../facts/model/fact-listener.client';
import { RollupDeltas } from '../model/rollup-deltas.model';
import { nextEdition } from '../model/rollup-edition.model';
import type { RollupLayout } from '../model/rollup-layout.model';
import type { Rollups } from '../model/rollups.repository';

/** What keeps totals in step with the facts. */
export interface KeepRollupsParts {
  readonly layout: RollupLayout;
  readonly rollups: Rollups;
}

/** Tables of totals; what is known of them goes first, so that nobody fills what is removed. */
export const ROLLUP_TABLES = ['rollup_state', 'rollup'];

/**
 * Adds what events change to the totals of their tenant, in the transaction that changes the facts. Totals that lack an
 * event stay as they are: they no longer reach the last position, nobody answers from them, and they are filled anew.
 */
export function keepRollups({ layout, rollups }: KeepRollupsParts): Pick<FactListener, 'tables' | 'hear'> {
  return {
    tables: ROLLUP_TABLES,
    async hear(tx, { generation, after, upTo }, facts) {
      const editions = await rollups.hold(tx, generation);
      const kept = editions.find((each) => each.layout === layout.id && each.state !== 'RETIRED');
      if (kept === undefined && after > 0n) return;
      if (kept !== undefined && kept.position !== after) return;
      const deltas = new RollupDeltas(layout);
      for (const change of facts.differences()) deltas.change(change);
      const edition = kept ?? {
        ...{ generation, edition: nextEdition(editions), layout: layout.id, state: 'READY' as const },
        ...{ position: 0n, filledAsOf: 0n, progress: { fact: '' as const, owner: '' }, isYoung: true },
      };
      if (kept === undefined) rollups.begin(tx, edition);
      rollups.moveOn(tx, edition, upTo, deltas.all());
    },
  };
}
