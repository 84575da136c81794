import type { EngineCapability } from '../capability';
import { duckdbEngine } from './answer/duckdb-engine.query';
import { ColumnStore } from './adapters/column-store-duckdb';
import { CopiesInColumnStore } from './adapters/tenant-copies-duckdb';
import { changesWithin, reachOf, reachOfAll } from './follow-facts/fact-changes.query';
import { FollowFactsJob } from './follow-facts/follow-facts.job';
import { FollowedCopies } from './follow-facts/followed-copies.model';

const DEFAULT_MEMORY_MIB = 2_048;

/** Answers from a copy of the facts in columns, which this process keeps in its memory and makes anew when it starts. */
export const COLUMNAR: EngineCapability = {
  engine({ database, logger }, { REDRESS_COLUMNS_MEMORY_MIB: memoryMiB = DEFAULT_MEMORY_MIB } = {}) {
    const followed = new FollowedCopies();
    let running: { readonly store: ColumnStore; readonly job: FollowFactsJob } | undefined;
    const engine = duckdbEngine({
      followed,
      reachOf: (tenantId) => reachOf(database.reader(tenantId)),
      hurry: () => running?.job.hurry(),
      read: (work) => {
        if (running === undefined) throw new Error('the columnar copy is not open');
        return running.store.read((connection) =>
          work(async (sql) => (await connection.runAndReadAll(sql)).getRowObjects()),
        );
      },
    });
    const worker = {
      name: 'columnar copy',
      start: async () => {
        const store = await ColumnStore.open({ memoryMiB });
        const job = new FollowFactsJob({
          copies: new CopiesInColumnStore(store),
          followed,
          changes: (tenantId, stretch, options) => changesWithin(database.reader(tenantId), stretch, options),
          reachOfAll: () => reachOfAll(database.system),
          logger,
        });
        running = { store, job };
        job.start();
      },
      stop: async () => {
        await running?.job.stop();
        running?.store.close();
        running = undefined;
      },
    };
    return { engine, workers: [worker] };
  },
};
