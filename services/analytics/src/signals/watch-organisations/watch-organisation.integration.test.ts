import { buildEnvelope, complaintRegistered } from '@redress/contracts';
import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { AskMetrics } from '../../metrics/answer-metrics.handler';
import { metricService } from '../../metrics/composition-root';
import { aComplaint } from '../../test-bench/complaints';
import { analyticsSchema, takeIn } from '../../test-bench/journal';
import { signalsInMysql } from '../adapters/signal.repository-mysql';
import { watchSettingsInMysql } from '../adapters/watch-setting.repository-mysql';
import { watchTurnsInMysql } from '../adapters/watch-turns.repository-mysql';
import { improvementPointsInMysql } from '../improvement-points/adapters/improvement-points.repository-mysql';
import { watchOrganisation, type WatchDependencies } from './watch-organisation.handler';

describe('the look at an organisation', () => {
  let schema: Awaited<ReturnType<typeof analyticsSchema>>;
  let database: Database;
  let tenant: string;
  let now: Date;
  let asked: number;

  beforeAll(async () => {
    schema = await analyticsSchema();
    ({ database } = schema);
  }, 120_000);
  afterAll(() => schema?.close());
  beforeEach(async () => {
    tenant = `t-${newId()}`;
    await database.transaction(tenant, (tx) =>
      watchSettingsInMysql.adopt(tx, {
        ...{ adoptionId: newId(), effectiveFrom: new Date(0), timeZone: 'Asia/Shanghai' },
      }),
    );
  });

  async function complains(receivedAt: string): Promise<void> {
    const data = aComplaint({ receivedAt });
    const attributes = { id: newId(), time: new Date(receivedAt), tenantId: tenant, aggregateVersion: 1 };
    const event = buildEnvelope(complaintRegistered, { ...attributes, aggregateId: data.complaintId }, data);
    await takeIn(database, tenant, [{ name: complaintRegistered.type, event }]);
  }

  /** Looks at a moment; tells how many questions that took, and when the next look is. */
  async function look(at: string, change: Partial<WatchDependencies> = {}) {
    now = new Date(at);
    asked = 0;
    const clock = { now: () => now };
    const service = metricService(database, clock);
    const ask: AskMetrics = (...question) => {
      asked += 1;
      return service(...question);
    };
    const next = await watchOrganisation(tenant, {
      ...{ database, clock, ask, settings: watchSettingsInMysql, turns: watchTurnsInMysql(database) },
      ...{ signals: signalsInMysql, points: improvementPointsInMysql, ...change },
    });
    return { asked, next: next.toISOString() };
  }

  const watchedUntil = async () =>
    (
      await database
        .reader(tenant)
        .query<{ day: string }>('SELECT w.watched_until AS day FROM signal_watch w WHERE w.tenant_id = :tenantId')
    )[0]?.day;

  it('asks for figures as long as something new could be in them, and comes back after midnight there', async () => {
    // Wednesday the 15th, in Shanghai.
    await complains('2026-07-14T20:00:00.000Z');
    const first = await look('2026-07-14T22:00:00.000Z');
    expect(first.asked).toBeGreaterThan(0);
    expect(first.next).toBe('2026-07-15T16:05:00.000Z');
    expect((await look('2026-07-25T16:05:00.000Z')).asked).toBeGreaterThan(first.asked);
    expect(await look('2026-07-26T16:05:00.000Z')).toEqual({ asked: 0, next: '2026-07-27T16:05:00.000Z' });
    expect(await watchedUntil()).toBe('2026-07-27');
    await complains('2026-07-27T04:00:00.000Z');
    expect((await look('2026-07-27T16:05:00.000Z')).asked).toBeGreaterThan(first.asked);
  });

  it('measures effects also when rises cannot be looked for, and is not taken for done', async () => {
    const measured: string[] = [];
    const points: WatchDependencies['points'] = {
      ...improvementPointsInMysql,
      measurable: (_, today) => {
        measured.push(today);
        return Promise.resolve([]);
      },
    };
    const signals = { ...signalsInMysql, ongoing: () => Promise.reject(new Error('a chart that nobody can read')) };
    await expect(look('2026-07-14T22:00:00.000Z', { points, signals })).rejects.toThrow('could not be watched');
    expect(measured).toEqual(['2026-07-15']);
    expect(await watchedUntil()).toBeNull();
  });
});
