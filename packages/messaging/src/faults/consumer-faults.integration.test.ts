import { caseAccepted } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import type { FaultService, Sabotage } from './fault-service';
import { FaultStage, runChanges, seeded, someChanges, someThings } from './fault-stage';
import { HostileFeed, mangled, type FeedMessage } from './hostile-feed';
import { effectViolations, outboxViolations } from './invariants';

// A slow machine may need most of the time that each wait gives it.
jest.setTimeout(240_000);

describe('a consumer', () => {
  let stage: FaultStage;
  let producer: FaultService;
  let feed: HostileFeed;

  beforeAll(async () => {
    stage = await FaultStage.open();
    producer = await stage.start(stage.options('case-handling', await stage.schema()));
  });
  afterAll(() => stage.close());

  /** A new consumer, with a stream of its own into which only the test publishes. */
  async function startConsumer(sabotage?: Sabotage): Promise<FaultService> {
    const prefix = `c${newId().slice(-8)}`;
    const opened = await HostileFeed.open(stage.broker.url, stage.prefix, prefix);
    stage.endLater(() => opened.close());
    feed = opened;
    const options = stage.options('finance', await stage.schema(), ['case-handling']);
    return stage.start({ ...options, prefix }, sabotage);
  }

  /** Everything that the producer has published about the things. */
  async function published(things: readonly string[]): Promise<FeedMessage[]> {
    await eventually(async () => {
      expect(await outboxViolations(producer.database)).toEqual([]);
      return true;
    });
    const messages = await feed.numbered(producer.database.system);
    return messages.filter(({ text }) => things.some((thing) => text.includes(thing)));
  }

  async function settled(consumer: FaultService): Promise<void> {
    // Pauses between redeliveries add up where each event fails a few times, and a busy machine adds its own.
    await eventually(
      async () => {
        expect(await effectViolations(producer.database, consumer.database)).toEqual([]);
        return true;
      },
      { timeoutMs: 90_000, what: 'every effect' },
    );
  }

  async function effects(consumer: FaultService, aggregateId: string): Promise<number[]> {
    const rows = await consumer.database.system.query<{ version: number }>(
      'SELECT version FROM effect WHERE aggregate_id = :aggregateId ORDER BY n',
      { aggregateId },
    );
    return rows.map(({ version }) => version);
  }

  it.each([1, 2, 3])('survives duplicates, reordering and losses (seed %d)', async (seed) => {
    const random = seeded(seed);
    const things = someThings(8);
    const consumer = await startConsumer();
    feed.answering = false;
    await runChanges(producer, someChanges(80, things, random));
    await feed.publish(mangled(await published(things), random));
    // What can be applied without asking is applied, however little the losses left of it; the rest waits.
    await eventually(async () => (await consumer.database.system.query('SELECT n FROM effect')).length > 0);
    expect(await effectViolations(producer.database, consumer.database)).not.toEqual([]);
    feed.answering = true;
    await settled(consumer);
  });

  it('notices when the last events of all are lost', async () => {
    const consumer = await startConsumer();
    const things = someThings(5);
    // Nothing else may be missing, or the search for that would find the last events too.
    await settled(consumer);
    feed.answering = false;
    await runChanges(producer, someChanges(20, things, seeded(7)));
    const messages = await published(things);
    const last = messages.filter(({ shard }, index) => messages[index + 1]?.shard !== shard);
    await feed.publish(messages.filter((message) => !last.includes(message)));
    await eventually(async () => {
      const rows = await consumer.database.system.query('SELECT n FROM effect WHERE aggregate_id IN (:things)', {
        things,
      });
      return rows.length === messages.length - last.length;
    });
    feed.answering = true;
    await settled(consumer);
  });

  it('gets everything from the producer when the stream brings nothing', async () => {
    const consumer = await startConsumer();
    await runChanges(producer, someChanges(20, someThings(5), seeded(8)));
    await settled(consumer);
  });

  it('parks a poison after eight attempts, lets everything else flow, and goes on when it is driven again', async () => {
    const [poisoned = '', ...others] = someThings(4);
    let healed = false;
    let attempts = 0;
    const consumer = await startConsumer(({ subject, aggregateversion }) => {
      if (healed || subject !== poisoned || aggregateversion !== 2) return;
      attempts += 1;
      throw new Error('cannot digest this');
    });
    for (let round = 0; round < 4; round += 1) {
      for (const thing of [poisoned, ...others]) await producer.change('tenant-0', thing);
    }
    await feed.publish(await published([poisoned, ...others]));
    const [parked] = await eventually(async () => {
      const list = await consumer.messaging.parked.list();
      return list[0]?.waiting === 2 && list;
    });
    expect(parked).toMatchObject({ aggregateId: poisoned, aggregateVersion: 2, attempts: 8 });
    expect(parked?.reason).toContain('cannot digest this');
    for (const other of others) await eventually(async () => (await effects(consumer, other)).join() === '1,2,3,4');
    // Once with its batch, and then eight times alone.
    expect(attempts).toBe(9);
    expect(await effects(consumer, poisoned)).toEqual([1]);

    expect(await consumer.messaging.parked.redrive(newId())).toBe(false);
    healed = true;
    expect(await consumer.messaging.parked.redrive(parked?.eventId ?? '')).toBe(true);
    await settled(consumer);
    expect(await consumer.messaging.parked.list()).toEqual([]);
  });

  it('does not park what fails only a few times', async () => {
    const things = someThings(3);
    const failures = new Map<string, number>();
    const consumer = await startConsumer(({ id, subject }) => {
      if (!things.includes(subject)) return;
      const before = failures.get(id) ?? 0;
      failures.set(id, before + 1);
      if (before < 4) throw new Error('not yet');
    });
    await runChanges(producer, someChanges(10, things, seeded(9)));
    await feed.publish(await published(things));
    await settled(consumer);
  });

  describe('given messages that it cannot use', () => {
    const data = { caseId: newId(), complaintId: newId(), at: '2025-01-01T00:00:00.000Z', by: 'system:test' };

    function message(subject: string, aggregateversion: number, type: string, shardseq: number): FeedMessage {
      const envelope = {
        specversion: '1.0',
        id: newId(),
        source: '/redress/case-handling',
        type,
        subject,
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        tenantid: 'tenant-0',
        aggregatetype: 'case',
        aggregateversion,
        shard: 0,
        shardseq: String(shardseq),
        data,
      };
      return { shard: 0, type, text: JSON.stringify(envelope) };
    }

    const accepted = (version: number) => `redress.${caseAccepted.type}.v${version}`;

    it('passes over a type that it does not know', async () => {
      const consumer = await startConsumer();
      const subject = newId();
      await feed.publish([
        message(subject, 1, 'redress.case-handling.case.painted-blue.v1', 1),
        message(subject, 2, accepted(1), 2),
      ]);
      await eventually(async () => (await effects(consumer, subject)).join() === '2');
    });

    it('parks a version that it does not know, and tries it again after the next start', async () => {
      const consumer = await startConsumer();
      const [subject, other] = [newId(), newId()];
      await feed.publish([
        message(subject, 1, accepted(99), 1),
        message(subject, 2, accepted(1), 2),
        message(other, 1, accepted(1), 3),
      ]);
      const [parked] = await eventually(async () => {
        const list = await consumer.messaging.parked.list();
        return list[0]?.waiting === 1 && list;
      });
      expect(parked?.reason).toBe(`unsupported version of ${caseAccepted.type}`);
      await eventually(async () => (await effects(consumer, other)).join() === '1');
      expect(await effects(consumer, subject)).toEqual([]);
    });

    it('keeps what is no event at all, and goes on', async () => {
      const consumer = await startConsumer();
      const subject = newId();
      const type = accepted(1);
      await feed.publish([
        { shard: 0, type, text: 'not JSON' },
        { shard: 0, type, text: '{"id":"not an id"}' },
        message(subject, 1, type, 1),
      ]);
      await eventually(async () => (await effects(consumer, subject)).join() === '1');
      await eventually(async () => {
        const kept = await consumer.database.system.query<{ reason: string }>('SELECT reason FROM inbox_unreadable');
        expect(kept.map(({ reason }) => reason).sort()).toEqual(['no usable id', 'not JSON']);
        return true;
      });
    });

    it('does not let a second event of one version vanish', async () => {
      const consumer = await startConsumer();
      const subject = newId();
      await feed.publish([message(subject, 1, accepted(1), 1), message(subject, 1, accepted(1), 2)]);
      const [parked] = await eventually(async () => {
        const list = await consumer.messaging.parked.list();
        return list.length > 0 && list;
      });
      expect(parked?.reason).toBe('another event of the same version took effect before');
      expect(await effects(consumer, subject)).toEqual([1]);
    });
  });

  it('parks behind history that the producer no longer keeps, until a person accepts the gap', async () => {
    const [thing = ''] = someThings(1);
    for (let version = 1; version <= 3; version += 1) await producer.change('tenant-0', thing);
    const messages = await published([thing]);
    await producer.database.system.execute(
      'DELETE FROM outbox_log WHERE aggregate_id = :thing AND aggregate_version <= 2',
      { thing },
    );
    const consumer = await startConsumer();
    await feed.publish(messages.slice(2));
    const [parked] = await eventually(async () => {
      const list = await consumer.messaging.parked.list();
      return list.length > 0 && list;
    });
    expect(parked?.reason).toBe('versions 1 to 2 are no longer kept by the producer');
    await consumer.messaging.parked.redrive(parked?.eventId ?? '', { acceptGap: true });
    await eventually(async () => (await effects(consumer, thing)).join() === '3');
  });
});
