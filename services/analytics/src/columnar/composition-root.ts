import type { Foundations } from '@redress/service-host';
import type { CapabilityParts, EngineCapability } from '../capability';
import { clickhouseCopies } from '../clickhouse/composition-root';
import { askedTogether } from '../metrics/engines/asked-together.model';
import type { EngineName, MetricsEngine } from '../metrics/engines/engine.model';
import { ColumnStore } from './adapters/column-store-duckdb';
import { CopiesInColumnStore } from './adapters/tenant-copies-duckdb';
import { answerFromColumns } from './answer/column-answer.query';
import { copyEngine, type OpenCopies } from './answer/copy-engine.query';
import { changesWithin, reachOf, reachOfAll } from './follow-facts/fact-changes.query';
import { FollowFactsJob } from './follow-facts/follow-facts.job';
import { FollowedCopies } from './follow-facts/followed-copies.model';
import type { FactsReach } from './model/tenant-copy.model';

const DEFAULT_MEMORY_MIB = 2_048;

async function columnsInMemory(memoryMiB: number): Promise<OpenCopies> {
  const store = await ColumnStore.open({ memoryMiB });
  return {
    copies: new CopiesInColumnStore(store),
    answer: (copy, question) => answerFromColumns(store, copy, question),
    close: () => {
      store.close();
    },
  };
}

/**
 * Answers from a copy of the facts in columns: one that this process keeps in its memory and makes anew when it starts,
 * or, where an address of it is set, a ClickHouse that all processes share.
 */
export const COLUMNAR: EngineCapability = {
  engine(foundations, settings = {}) {
    const { REDRESS_COLUMNS_MEMORY_MIB: memoryMiB = DEFAULT_MEMORY_MIB, REDRESS_CLICKHOUSE_URL: url } = settings;
    return url === undefined
      ? following(foundations, 'duckdb', () => columnsInMemory(memoryMiB))
      : following(foundations, 'clickhouse', () => clickhouseCopies(url));
  },
};

/** One look for all questions that come at once, as those of a board do. */
const lookOnce = (look: (tenantId: string) => Promise<FactsReach | undefined>): typeof look =>
  askedTogether(String, async (asked: readonly string[]) => {
    const [tenantId = ''] = asked;
    const reach = await look(tenantId);
    return asked.map(() => reach);
  });

function following(
  { database, logger }: Foundations,
  name: EngineName,
  open: () => Promise<OpenCopies>,
): { readonly engine: MetricsEngine; readonly workers: NonNullable<CapabilityParts['workers']> } {
  const followed = new FollowedCopies();
  const look = (tenantId: string) => reachOf(database.reader(tenantId));
  let running: (OpenCopies & { readonly job: FollowFactsJob }) | undefined;
  const engine = copyEngine({
    name,
    followed,
    reachOf: lookOnce(look),
    hurry: (tenantId) => running?.job.hurry(tenantId),
    answer: (copy, question) =>
      running?.answer(copy, question) ?? Promise.reject(new Error('the columnar copy is not open')),
    logger,
  });
  const worker = {
    name: 'columnar copy',
    start: async () => {
      const opened = await open();
      const job = new FollowFactsJob({
        copies: opened.copies,
        followed,
        changes: (tenantId, stretch, options) => changesWithin(database.reader(tenantId), stretch, options),
        reachOf: look,
        reachOfAll: () => reachOfAll(database.system),
        logger,
      });
      running = { ...opened, job };
      job.start();
    },
    stop: async () => {
      await running?.job.stop();
      await running?.close();
      running = undefined;
    },
  };
  return { engine, workers: [worker] };
}
