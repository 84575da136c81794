import { caseAccepted, caseOpened, caseReopened, complaintRegistered, type Producer } from '@redress/contracts';
import { newId, systemClock } from '@redress/kernel';
import { appendEvents, messagingMigrations, openMessaging, type Messaging } from '@redress/messaging';
import { createLogger } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { eventually, migratedDatabase, testNatsUrl } from '@redress/testkit';
import { metricService } from '../../metrics/composition-root';
import { aComplaint } from '../../test-bench/complaints';
import { analyticsSchema, versionsOf } from '../../test-bench/journal';
import { remaking, takingIn } from '../composition-root';

const logger = createLogger({ service: 'analytics-test', level: 'silent' });
const WINDOW = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
const QUERY = { metrics: ['COMPLAINTS_RECEIVED' as const], groupBy: [], where: {}, timeZone: 'UTC', window: WINDOW };
const PATIENCE = { timeoutMs: 45_000 };

describe('taking in', () => {
  const streamPrefix = `i${newId().slice(-8)}`;
  const closing: (() => Promise<unknown>)[] = [];
  const producers = new Map<Producer, Database>();
  let analytics: Database;
  let messaging: Messaging;

  const open = (service: string, database: Database): Messaging =>
    openMessaging({ service, database, natsUrl: testNatsUrl(), logger, streamPrefix });

  beforeAll(async () => {
    for (const service of ['intake', 'case-handling', 'finance'] as const) {
      const schema = await migratedDatabase([persistenceMigrations, messagingMigrations], migrate);
      const database = await openDatabase({ url: schema.url, rows: [] });
      const publishing = open(service, database);
      await publishing.start();
      producers.set(service, database);
      closing.unshift(
        () => publishing.stop(),
        () => database.close(),
        () => schema.drop(),
      );
    }
    const schema = await analyticsSchema();
    analytics = schema.database;
    closing.push(() => schema.close());
    messaging = await consuming();
  }, 120_000);

  afterAll(async () => {
    await messaging.stop();
    for (const close of closing) await close();
  });

  async function consuming(): Promise<Messaging> {
    const opened = open('analytics', analytics);
    for (const consumption of takingIn({ listeners: [], handlers: {} })) opened.consume(consumption);
    await opened.start();
    return opened;
  }

  const publish = (
    tenant: string,
    producer: Producer,
    aggregate: { id: string; version: number },
    events: Parameters<typeof appendEvents>[2],
  ) => producers.get(producer)?.transaction(tenant, (tx) => appendEvents(tx, aggregate, events));

  const figures = async (tenant: string) => {
    const answer = await metricService(analytics, systemClock, [])(tenant, QUERY);
    if (!answer.ok) throw new Error(answer.refusals[0]?.code);
    const { rows, asOf } = answer.value;
    return { received: rows[0]?.figures[0]?.value, position: asOf.position, complete: asOf.complete };
  };

  const until = (tenant: string, expected: object) =>
    eventually(async () => {
      expect(await figures(tenant)).toEqual(expected);
      return true;
    }, PATIENCE);

  const opened = () => {
    const registered = aComplaint();
    const key = { caseId: newId(), complaintId: registered.complaintId };
    return { registered, key, opening: { ...registered, ...key, openedAt: registered.registeredAt, clocks: [] } };
  };
  const by = { at: '2026-11-02T05:30:00.000Z', by: 'handler' };

  it('goes on beside an event that is newer than it knows, and says that the figures are not complete', async () => {
    const tenant = `t-${newId()}`;
    const [stuck, other] = [opened(), opened()];
    await publish(tenant, 'case-handling', { id: stuck.key.caseId, version: 3 }, [
      { definition: caseOpened, data: stuck.opening },
      { definition: { ...caseAccepted, version: 99 }, data: { ...stuck.key, ...by } },
      { definition: caseReopened, data: { ...stuck.key, ...by, round: 2, because: 'FOLLOW_UP' } },
    ]);
    await publish(tenant, 'case-handling', { id: other.key.caseId, version: 1 }, [
      { definition: caseOpened, data: other.opening },
    ]);
    for (const { registered } of [stuck, other])
      await publish(tenant, 'intake', { id: registered.complaintId, version: 1 }, [
        { definition: complaintRegistered, data: registered },
      ]);
    await until(tenant, { received: '2', position: 4n, complete: false });
    const rows = await versionsOf(analytics, tenant, 1);
    expect(rows.some((row) => row.includes('"reopenings":1'))).toBe(false);
    expect(await remaking(analytics, [], 3).verify(tenant)).toMatchObject({ ok: true, value: { differences: [] } });
  }, 90_000);

  it('comes to the same when it is stopped and started in between, and one service is heard long after the others', async () => {
    const tenant = `t-${newId()}`;
    const { registered, key, opening } = opened();
    await publish(tenant, 'case-handling', { id: key.caseId, version: 2 }, [
      { definition: caseOpened, data: opening },
      { definition: caseAccepted, data: { ...key, ...by } },
    ]);
    await eventually(async () => (await versionsOf(analytics, tenant, 1)).length > 0, PATIENCE);
    await messaging.stop();
    await publish(tenant, 'intake', { id: key.complaintId, version: 1 }, [
      { definition: complaintRegistered, data: registered },
    ]);
    messaging = await consuming();
    await until(tenant, { received: '1', position: 3n, complete: true });
    const [row] = (await versionsOf(analytics, tenant, 1)).filter((each) => each.startsWith('complaint_fact {'));
    expect(JSON.parse(row?.slice('complaint_fact '.length) ?? '{}')).toMatchObject({
      ...{ number: registered.number, accepted_at: by.at, rounds: 1, since: '3' },
    });
    expect(await remaking(analytics, [], 3).verify(tenant)).toMatchObject({ ok: true, value: { differences: [] } });
  }, 90_000);
});
