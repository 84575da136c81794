import { repeat, type Foundations, type Repetition } from '@redress/service-host';
import type { EngineCapability } from '../capability';
import type { FactListener } from '../facts/model/fact-listener.client';
import { liveGeneration } from '../facts/take-in/projection-state.query';
import { METRICS } from '../metrics/model/metric-registry.model';
import { rollupsInMysql } from './adapters/rollups.repository-mysql';
import { rollupsOfAllInMysql } from './adapters/rollups-of-all.repository-mysql';
import { rollupEngine } from './answer/rollup-engine.query';
import { rollupDifferences } from './check/rollup-differences.query';
import { factsAsOf } from './adapters/facts-as-of-mysql';
import { fillRollups, type FillRollupsParts } from './fill/fill-rollups.handler';
import { tendRollups } from './fill/fill-rollups.job';
import { keepRollups } from './keep/keep-rollups.handler';
import { rollupLayout } from './model/rollup-layout.model';

/** How often is looked for totals that nobody fills. */
const TEND_EVERY_MS = 5_000;
/** A part of the facts is added in a second; after this nobody can be at it any more. */
const LEASE_MS = 30_000;
/** What is added for so many rows is locked for a few tenths of a second at most. */
const ROWS_AT_ONCE = 2_000;

const layout = rollupLayout(METRICS);

/** What totals are filled with. */
export const fillingRollups = (
  { database }: Pick<Foundations, 'database'>,
  change: Partial<FillRollupsParts> = {},
): FillRollupsParts => ({
  ...{ database, layout, liveGeneration, rollups: rollupsInMysql, leaseMs: LEASE_MS, isOver: () => false },
  read: factsAsOf(change.layout ?? layout, ROWS_AT_ONCE),
  ...change,
});

function filling({ database, logger }: Foundations) {
  const round = { layout, logger, rollups: rollupsOfAllInMysql(database.system) };
  let repetition: Repetition | undefined;
  let stopping = false;
  const parts = fillingRollups({ database }, { isOver: () => stopping });
  return {
    name: 'totals beside the facts',
    start: () => {
      const fill = (tenantId: string) => fillRollups(parts, tenantId);
      repetition = repeat('totals beside the facts', TEND_EVERY_MS, logger, () => tendRollups({ ...round, fill }));
      return Promise.resolve();
    },
    stop: async () => {
      stopping = true;
      await repetition?.stop();
    },
  };
}

/** Keeps totals in step, and tells where they are not. */
const keeping: FactListener = {
  ...keepRollups({ layout, rollups: rollupsInMysql }),
  differences: (database, tenantId, limit) => rollupDifferences(database, layout, tenantId, limit),
};

/** Answers from totals of hours and days that are kept in the transaction that changes the facts. */
export const ROLLUP: EngineCapability = {
  listeners: [keeping],
  engine: (foundations) => ({
    engine: rollupEngine(foundations.database, layout),
    workers: [filling(foundations)],
  }),
};
