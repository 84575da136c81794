import { join } from 'node:path';
import { newId, systemClock } from '@redress/kernel';
import { messagingMigrations, openMessaging } from '@redress/messaging';
import { createLogger, createMetrics } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { eventually, migratedDatabase, testNatsUrl } from '@redress/testkit';
import type { AskMetrics } from '../metrics/answer-metrics.handler';
import { metricService } from '../metrics/composition-root';
import type { MetricsEngine } from '../metrics/engines/engine.model';
import { METRICS } from '../metrics/model/metric-registry.model';
import { RandomFacts, takeRandomEvents } from '../test-bench/seeded-facts';
import { COLUMNAR } from './composition-root';

const PATIENCE = { timeoutMs: 60_000 };
const EVENTS = 60;
const QUESTION = {
  metrics: METRICS.filter(({ fact }) => fact === 'complaint_fact').map(({ name }) => name),
  groupBy: ['CHANNEL', 'MONTH'],
  where: {},
  window: { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2030-01-01T00:00:00Z') },
  timeZone: 'Asia/Shanghai',
  persons: true,
} as const;

describe('several processes over one database', () => {
  const tenantId = `t-${newId()}`;
  const random = new RandomFacts(11, 25);
  const closers: (() => Promise<void>)[] = [];
  let database: Database;
  let first: Process;
  let second: Process;
  let warned: jest.SpyInstance;
  let cramped: Process;
  let earlier: bigint;

  interface Process {
    readonly engine: MetricsEngine;
    readonly ask: AskMetrics;
    readonly stop: () => Promise<void>;
  }

  beforeAll(async () => {
    const logger = createLogger({ service: 'analytics-processes-test', level: 'silent' });
    const own = join(__dirname, '..', '..', 'migrations');
    const { url, drop } = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
    closers.push(drop);
    database = await openDatabase({ url, rows: [] });
    closers.push(() => database.close());
    earlier = await takeRandomEvents(database, tenantId, random, EVENTS);

    async function started(settings: Parameters<typeof COLUMNAR.engine>[1], log = logger): Promise<Process> {
      const messaging = openMessaging({ service: 'analytics', database, natsUrl: testNatsUrl(), logger });
      const metrics = createMetrics('analytics-processes-test');
      const foundations = { database, messaging, logger: log, metrics, clock: systemClock };
      const { engine, workers = [] } = COLUMNAR.engine(foundations, settings);
      for (const worker of workers) await worker.start();
      let stopped: Promise<unknown> | undefined;
      const stop = async (): Promise<void> => {
        stopped ??= Promise.all(workers.map((worker) => worker.stop()));
        await stopped;
      };
      closers.push(stop);
      return { engine, ask: metricService(database, systemClock, [engine]), stop };
    }
    first = await started({});
    second = await started({});
    const crampedLog = createLogger({ service: 'analytics-processes-test', level: 'silent' });
    warned = jest.spyOn(crampedLog, 'warn');
    cramped = await started({ REDRESS_COLUMNS_MEMORY_MIB: 1 }, crampedLog);
    for (const each of [first, second]) await caughtUp(each, earlier);
  }, 120_000);

  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  /** Whoever asks waits two seconds for the copy, which on a busy machine are soon over. */
  const caughtUp = ({ engine }: Pick<Process, 'engine'>, position: bigint): Promise<unknown> =>
    eventually(async () => (await engine.position(tenantId)) === position, PATIENCE);

  async function answerOf({ ask }: Pick<Process, 'ask'>, position: bigint) {
    const answer = await ask(tenantId, QUESTION, { position, time: QUESTION.window.to });
    if (!answer.ok) throw new Error('not told');
    return { engine: answer.value.engine, rows: JSON.stringify(answer.value.rows) };
  }

  it('each answers from its own copy, alike at every position', async () => {
    const now = await takeRandomEvents(database, tenantId, random, EVENTS);
    for (const each of [first, second]) await caughtUp(each, now);
    const facts = { ask: metricService(database, systemClock) };
    for (const position of [now, earlier]) {
      const { rows } = await answerOf(facts, position);
      expect(rows.length).toBeGreaterThan(1_000);
      expect(await answerOf(first, position)).toEqual({ engine: 'duckdb', rows });
      expect(await answerOf(second, position)).toEqual({ engine: 'duckdb', rows });
    }
  });

  it('one that has no room for a copy answers from the facts, and the others go on', async () => {
    await eventually(() => Promise.resolve(warned.mock.calls.length > 0), PATIENCE);
    const now = await takeRandomEvents(database, tenantId, random, EVENTS);
    const told = await answerOf(cramped, now);
    expect(told.engine).toBe('facts');
    await caughtUp(first, now);
    expect(await answerOf(first, now)).toEqual({ ...told, engine: 'duckdb' });
  });

  it('one that stops answers from the facts until it is gone, and the others go on', async () => {
    await second.stop();
    const now = await takeRandomEvents(database, tenantId, random, EVENTS);
    const told = await answerOf(second, now);
    expect(told.engine).toBe('facts');
    await caughtUp(first, now);
    expect(await answerOf(first, now)).toEqual({ ...told, engine: 'duckdb' });
  });
});
