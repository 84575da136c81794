import { join } from 'node:path';
import { newId, systemClock } from '@redress/kernel';
import { messagingMigrations, openMessaging } from '@redress/messaging';
import { createLogger, createMetrics } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { eventually, migratedDatabase, testNatsUrl } from '@redress/testkit';
import { ClickhouseServer } from '../../clickhouse/testing/clickhouse-server';
import { COLUMNAR } from '../../columnar/composition-root';
import { RandomFacts, takeRandomEvents } from '../../test-bench/seeded-facts';
import type { MetricsEngine } from './engine.model';
import { describeEngine, type Compared } from './engines.contract';
import { factsEngine } from './facts-engine.query';

const logger = createLogger({ service: 'analytics-engines-test', level: 'silent' });
const PATIENCE = { timeoutMs: 60_000 };
const EVENTS = 120;

describe('engines', () => {
  const tenantId = `t-${newId()}`;
  const closers: (() => Promise<void>)[] = [];
  let database: Database;
  let facts: MetricsEngine;
  let columnar: MetricsEngine;
  let clickhouse: MetricsEngine;
  let earlier = 0n;
  let now = 0n;

  beforeAll(async () => {
    const own = join(__dirname, '..', '..', '..', 'migrations');
    const { url, drop } = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
    closers.push(drop);
    database = await openDatabase({ url, rows: [] });
    closers.push(() => database.close());
    facts = factsEngine(database);
    const random = new RandomFacts(7, 25);
    const first = await takeRandomEvents(database, tenantId, random, EVENTS);
    const server = await ClickhouseServer.start();
    closers.push(() => server.stop());
    columnar = await started(first, {});
    clickhouse = await started(first, { REDRESS_CLICKHOUSE_URL: server.url });
    earlier = await takeRandomEvents(database, tenantId, random, EVENTS);
    for (const engine of [columnar, clickhouse])
      await eventually(async () => (await engine.position(tenantId)) === earlier, PATIENCE);
    now = await takeRandomEvents(database, tenantId, random, EVENTS);
  }, 120_000);

  async function started(position: bigint, settings: Parameters<typeof COLUMNAR.engine>[1]): Promise<MetricsEngine> {
    const messaging = openMessaging({ service: 'analytics', database, natsUrl: testNatsUrl(), logger });
    const metrics = createMetrics('analytics-engines-test');
    const foundations = { database, messaging, logger, metrics, clock: systemClock };
    const { engine, workers = [] } = COLUMNAR.engine(foundations, settings);
    for (const worker of workers) {
      await worker.start();
      closers.push(() => worker.stop());
    }
    await eventually(async () => (await engine.position(tenantId)) === position, PATIENCE);
    return engine;
  }

  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  const compared = (more: Pick<Compared, 'name' | 'engine' | 'position'> & Partial<Compared>): Compared => ({
    tenantId: () => tenantId,
    reference: () => facts,
    every: 2,
    answersAtLeast: 50,
    ...more,
  });

  describeEngine(
    compared({
      name: 'columns, as they are now',
      engine: () => columnar,
      position: () => now,
      every: 1,
      answersAtLeast: 100,
    }),
  );
  describeEngine(compared({ name: 'columns, as they were', engine: () => columnar, position: () => earlier }));

  describeEngine(compared({ name: 'ClickHouse, as they were', engine: () => clickhouse, position: () => earlier }));
  describeEngine(compared({ name: 'ClickHouse, as they are now', engine: () => clickhouse, position: () => now }));

  it('leaves what was before its copy to the facts', async () => {
    expect(
      await columnar.rows(
        tenantId,
        { metrics: [], groupBy: [], where: {}, window: { from: new Date(0), to: new Date(1) }, timeZone: 'UTC' },
        [],
        { position: 1n, now: new Date(0) },
        1,
      ),
    ).toBeUndefined();
  });
});
