import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { migrate, openDatabase } from '@redress/persistence';
import { migratedDatabase } from '@redress/testkit';
import { messagingMigrations } from '../index';
import { addDays, PartitionsBusy } from './daily-partitions';
import { applyRetention } from './retention.job';

const TODAY = Date.parse('2025-03-10T12:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

describe('retention', () => {
  let schema: { url: string; drop(): Promise<void> };
  let database: Database;

  beforeEach(async () => {
    schema = await migratedDatabase([messagingMigrations], migrate);
    database = await openDatabase({ url: schema.url, rows: [], poolSize: 2 });
  });
  afterEach(async () => {
    await database.close();
    await schema.drop();
  });

  function dayAgo(days: number): string {
    return new Date(TODAY - days * DAY_MS).toISOString().slice(0, 10);
  }

  async function addEvent(seq: number, recordedOn: string): Promise<void> {
    const event = { tenant_id: 't', event_id: newId(), recorded_on: recordedOn };
    const aggregate = { aggregate_id: newId(), aggregate_version: 1, type: 'redress.test.v1' };
    await database.system.insertMany('outbox_log', [{ ...event, ...aggregate, envelope: '{}' }]);
    await database.system.insertMany('inbox_event', [{ ...event, ...aggregate, handled: 1, applied_at: new Date() }]);
    await database.system.insertMany('outbox_sequence', [{ ...event, shard: 0, shard_seq: seq }]);
  }

  async function days(table: 'outbox_log' | 'outbox_sequence' | 'inbox_event'): Promise<string[]> {
    const rows = await database.system.query<{ day: string }>(
      `SELECT recorded_on AS day FROM ${table} ORDER BY recorded_on`,
    );
    return rows.map(({ day }) => day);
  }

  async function partitions(): Promise<string[]> {
    const rows = await database.system.query<{ name: string }>(
      `SELECT partition_name AS name FROM information_schema.partitions
       WHERE table_schema = DATABASE() AND table_name = 'outbox_log' ORDER BY partition_ordinal_position`,
    );
    return rows.map(({ name }) => name);
  }

  /** Makes the partitions that a service which was never switched off would have. */
  async function live(fromDaysAgo: number): Promise<void> {
    for (let ago = fromDaysAgo; ago > 0; ago -= 7) {
      await addDays(database.system, 'outbox_log', TODAY - ago * DAY_MS);
      await addDays(database.system, 'inbox_event', TODAY - ago * DAY_MS);
    }
  }

  it('makes a partition for each of the coming days, once', async () => {
    await applyRetention(database.system, TODAY);
    const made = await partitions();
    expect(made).toEqual([
      ...Array.from({ length: 8 }, (_, ahead) => `p${dayAgo(-ahead).replaceAll('-', '')}`),
      'p_future',
    ]);
    await applyRetention(database.system, TODAY);
    expect(await partitions()).toEqual(made);
    await applyRetention(database.system, TODAY + DAY_MS);
    expect(await partitions()).toHaveLength(made.length + 1);
  });

  it('forgets published events after 30 days in the outbox and 45 in the inbox', async () => {
    await live(63);
    const ages = [60, 46, 40, 31, 29, 1];
    for (const [index, age] of ages.entries()) await addEvent(index + 1, dayAgo(age));
    await database.system.execute('INSERT INTO outbox_shard (shard, last_seq, published_seq) VALUES (0, 6, 6)');
    await applyRetention(database.system, TODAY);
    expect(await days('outbox_log')).toEqual([dayAgo(29), dayAgo(1)]);
    expect(await days('outbox_sequence')).toEqual([dayAgo(29), dayAgo(1)]);
    expect(await days('inbox_event')).toEqual([dayAgo(40), dayAgo(31), dayAgo(29), dayAgo(1)]);
  });

  it('never forgets an event that NATS has not acknowledged', async () => {
    await live(63);
    for (const [index, age] of [60, 40, 1].entries()) await addEvent(index + 1, dayAgo(age));
    await database.system.execute('INSERT INTO outbox_shard (shard, last_seq, published_seq) VALUES (0, 3, 1)');
    await applyRetention(database.system, TODAY);
    expect(await days('outbox_log')).toEqual([dayAgo(40), dayAgo(1)]);
    expect(await days('outbox_sequence')).toEqual([dayAgo(40), dayAgo(1)]);
  });

  it('does not wait for a long transaction, and does not hold up others', async () => {
    const { system } = database;
    await system.transaction(async (tx) => {
      await tx.query('SELECT event_id FROM outbox_log');
      await expect(applyRetention(system, TODAY)).rejects.toThrow(PartitionsBusy);
    });
    await applyRetention(system, TODAY);
    expect(await partitions()).toHaveLength(9);
  });
});
