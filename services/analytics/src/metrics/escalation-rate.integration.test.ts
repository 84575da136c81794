import { buildEnvelope, caseLevelChanged, complaintRegistered, type EventData } from '@redress/contracts';
import { newId, systemClock } from '@redress/kernel';
import { openMessaging } from '@redress/messaging';
import { createLogger, createMetrics } from '@redress/observability';
import { eventually, testNatsUrl } from '@redress/testkit';
import { COLUMNAR } from '../columnar/composition-root';
import { remaking } from '../facts/composition-root';
import type { AnyEvent } from '../test-bench/arbitrary-events';
import { aComplaint } from '../test-bench/complaints';
import { analyticsSchema, takeIn } from '../test-bench/journal';
import { askMetrics } from './answer-metrics.handler';
import type { MetricsEngine } from './engines/engine.model';
import { factsEngine } from './engines/facts-engine.query';

type Change = Pick<EventData<typeof caseLevelChanged>, 'from' | 'level' | 'direction'>;
const AT = '2026-06-10T08:00:00.000Z';
const PATIENCE = { timeoutMs: 60_000 };

/** A complaint of which the level was given, and then changed like this. */
function complaintWith(...changes: readonly Change[]): readonly AnyEvent[] {
  const complaint = aComplaint({ receivedAt: AT });
  const key = { complaintId: complaint.complaintId, caseId: newId() };
  const told = (aggregateId: string, aggregateVersion: number) => ({
    ...{ id: newId(), time: new Date(AT), tenantId: 't', aggregateId, aggregateVersion },
  });
  const levels = [{ level: 'general' }, ...changes].map((change, index) => {
    const data = { ...key, ...change, at: AT, by: 'wu', track: 'NORMAL' as const, because: [] };
    return buildEnvelope(caseLevelChanged, told(key.caseId, index + 1), data);
  });
  const registered = buildEnvelope(complaintRegistered, told(complaint.complaintId, 1), complaint);
  return [
    { name: complaintRegistered.type, event: registered },
    ...levels.map((event) => ({ name: caseLevelChanged.type, event })),
  ];
}

const HISTORY = [
  complaintWith(),
  complaintWith({ from: 'general', level: 'urgent', direction: 'RAISED' }),
  complaintWith({ from: 'urgent', level: 'general', direction: 'LOWERED' }),
  // As it was told before there was a direction.
  complaintWith({ from: 'urgent', level: 'general' }),
  complaintWith(
    { from: 'general', level: 'urgent', direction: 'RAISED' },
    { from: 'urgent', level: 'general', direction: 'LOWERED' },
  ),
].flat();

describe('the escalation rate', () => {
  const tenantId = `t-${newId()}`;
  const closers: (() => Promise<void>)[] = [];
  const engines = new Map<string, MetricsEngine>();
  let schema: Awaited<ReturnType<typeof analyticsSchema>>;

  beforeAll(async () => {
    schema = await analyticsSchema();
    closers.push(() => schema.close());
    const { database } = schema;
    await takeIn(database, tenantId, HISTORY);
    const logger = createLogger({ service: 'analytics-test', level: 'silent' });
    const messaging = openMessaging({ service: 'analytics', database, natsUrl: testNatsUrl(), logger });
    const metrics = createMetrics('analytics-test');
    const { engine, workers = [] } = COLUMNAR.engine({ database, messaging, logger, metrics, clock: systemClock });
    for (const worker of workers) {
      await worker.start();
      closers.push(() => worker.stop());
    }
    await eventually(async () => (await engine.position(tenantId)) === BigInt(HISTORY.length), PATIENCE);
    engines.set('duckdb', engine).set('facts', factsEngine(database));
  }, 120_000);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  async function rate(name: string) {
    const engine = engines.get(name);
    if (engine === undefined) throw new Error(`no engine ${name}`);
    const ask = askMetrics({ engines: [engine], clock: systemClock, isComplete: () => Promise.resolve(true) });
    const window = { from: new Date('2026-06-01T00:00:00.000Z'), to: new Date('2026-07-01T00:00:00.000Z') };
    const query = { metrics: ['ESCALATION_RATE', 'LEVEL_CHANGES'] as const, groupBy: [], where: {}, window };
    const answer = await ask(tenantId, { ...query, timeZone: 'UTC' });
    return answer.ok && { engine: answer.value.engine, figures: answer.value.rows[0]?.figures };
  }

  it.each(['facts', 'duckdb'])('is told by %s of levels that rose, or did not tell', async (name) => {
    expect(await rate(name)).toMatchObject({
      engine: name,
      figures: [{ value: '60.0000', numerator: '3', denominator: '5' }, { value: '5' }],
    });
  });

  it('is the same from facts that are made anew', async () => {
    expect(await remaking(schema.database, [], 10).verify(tenantId)).toMatchObject({
      ok: true,
      value: { differences: [] },
    });
  });
});
