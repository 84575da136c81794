import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@redress/kernel';
import { openDatabase } from '@redress/persistence';
import { eventually } from '@redress/testkit';
import { connect, type JetStreamManager } from 'nats';
import type { BrokerSession } from '../broker/broker';
import { naming } from '../broker/naming';
import { ensureStream } from '../broker/stream';
import { numberedEventsAfter } from '../outbox/numbered-events.query';
import { publishBatch } from '../outbox/publish-batch';
import type { FaultService } from './fault-service';
import { FaultStage, WITH_PATIENCE, runChanges, seeded, someChanges, someThings } from './fault-stage';

// A slow machine may need most of the time that each wait gives it.
jest.setTimeout(240_000);

describe('NATS', () => {
  const random = seeded(11);
  const things = someThings(10);
  let stage: FaultStage;
  let producer: FaultService;
  let consumer: FaultService;

  beforeEach(async () => {
    stage = await FaultStage.open();
    producer = await stage.start(stage.options('case-handling', await stage.schema()));
    consumer = await stage.start(stage.options('finance', await stage.schema(), ['case-handling']));
    await runChanges(producer, someChanges(40, things, random));
    await stage.settled(producer, consumer);
  });
  afterEach(() => stage.close());

  it('may be away: no command fails, and everything follows when it is back', async () => {
    await stage.broker.kill();
    await runChanges(producer, someChanges(40, things, random));
    await stage.broker.start();
    await runChanges(producer, someChanges(20, things, random));
    await stage.settled(producer, consumer);
  });

  it('may be away when the services start', async () => {
    await stage.broker.kill();
    const schema = await stage.schema();
    const late = await stage.start({ ...stage.options('analytics', schema, ['case-handling']) });
    expect(late.messaging.health().connected).toBe(false);
    await stage.broker.start();
    await stage.settled(producer, late);
  });

  it('may lose everything it holds', async () => {
    await stage.broker.kill();
    await wipe(stage.broker.directory);
    await runChanges(producer, someChanges(20, things, random));
    await stage.broker.start();
    await runChanges(producer, someChanges(20, things, random));
    await stage.settled(producer, consumer);
    const late = await stage.start(stage.options('analytics', await stage.schema(), ['case-handling']));
    await stage.settled(producer, late);
  });

  it('may be rolled back to an older copy of its directory', async () => {
    const copy = `${stage.broker.directory}-copy`;
    stage.endLater(() => rm(copy, { recursive: true, force: true }));
    await stage.broker.kill();
    await cp(stage.broker.directory, copy, { recursive: true });
    await stage.broker.start();
    await runChanges(producer, someChanges(40, things, random));
    await stage.settled(producer, consumer);
    await stage.broker.kill();
    await wipe(stage.broker.directory);
    await cp(copy, stage.broker.directory, { recursive: true });
    await stage.broker.start();
    await runChanges(producer, someChanges(20, things, random));
    await stage.settled(producer, consumer);
  });

  it('may lose a stream while it is connected', async () => {
    await withStream(stage, async (manager, stream) => {
      await manager.streams.delete(stream);
    });
    await runChanges(producer, someChanges(10, things, random));
    await stage.settled(producer, consumer);
  });

  it('may lose messages in the middle, or hold some twice', async () => {
    await producer.stop();
    const names = naming(stage.prefix);
    const database = await openDatabase({ url: producer.databaseUrl, rows: [], poolSize: 1 });
    stage.endLater(() => database.close());
    await withStream(stage, async (manager, stream, session) => {
      await manager.streams.delete(stream);
      const filter = names.streamFilter('case-handling');
      await ensureStream(manager, { name: stream, filter, replicas: 1, maxBytes: -1 }, { update: false });
      for (const shard of [0, 1]) {
        const events = await numberedEventsAfter(database.system, shard, 0, 1_000);
        const subjectOf = (type: string) => names.subject('case-handling', shard, type);
        const damaged = events.filter(({ seq }) => seq !== 1 && seq % 5 !== 3);
        const publication = { stream, shard, subjectOf, acknowledgementMs: 5_000 };
        await publishBatch(session, damaged, publication);
        await publishBatch(
          session,
          damaged.slice(-2).map((event) => ({ ...event, eventId: newId() })),
          publication,
        );
      }
    });
    const again = await stage.start(stage.options('case-handling', producer.databaseUrl));
    await runChanges(again, someChanges(10, things, random));
    await stage.settled(again, consumer);
  });

  it('may be newer than a database that was restored from a backup: no number is given twice', async () => {
    await producer.stop();
    const database = await openDatabase({ url: producer.databaseUrl, rows: [], poolSize: 1 });
    stage.endLater(() => database.close());
    const numbers = 'SELECT shard, last_seq FROM outbox_shard ORDER BY shard';
    const before = await database.system.query<{ shard: number; last_seq: string }>(numbers);
    await database.system.execute('DELETE FROM outbox_sequence WHERE shard_seq > 3');
    await database.system.execute('UPDATE outbox_shard SET last_seq = 3, published_seq = 3');
    await stage.start(stage.options('case-handling', producer.databaseUrl));
    await eventually(async () => {
      expect(await database.system.query(numbers)).toEqual(before);
      return true;
    }, WITH_PATIENCE);
  });

  it('may be full: it refuses, and the outbox keeps what it refused', async () => {
    await producer.stop();
    const options = stage.options('case-handling', producer.databaseUrl);
    const cramped = await stage.start({ ...options, streamMaxBytes: 60_000 });
    await runChanges(cramped, someChanges(60, things, random));
    const waiting = () =>
      cramped.database.system.query<{ events: string }>(
        'SELECT SUM(last_seq - published_seq) AS events FROM outbox_shard',
      );
    await eventually(async () => Number((await waiting())[0]?.events) > 0, WITH_PATIENCE);
    await cramped.stop();
    const roomy = await stage.start(options);
    await stage.settled(roomy, consumer);
  });

  it('may freeze', async () => {
    await stage.broker.pause();
    await runChanges(producer, someChanges(20, things, random));
    await stage.broker.resume();
    await stage.settled(producer, consumer);
  });
});

/** Gives the test the stream of the producer. */
async function withStream(
  stage: FaultStage,
  work: (manager: JetStreamManager, stream: string, session: BrokerSession) => Promise<void>,
): Promise<void> {
  const connection = await connect({ servers: stage.broker.url });
  try {
    const manager = await connection.jetstreamManager();
    const session = { connection, manager, jetstream: connection.jetstream() };
    await work(manager, naming(stage.prefix).stream('case-handling'), session);
  } finally {
    await connection.close();
  }
}

/** Empties the directory without removing it: a container may have it mounted. */
async function wipe(directory: string): Promise<void> {
  const names = await readdir(directory);
  const data = names.filter((name) => !name.endsWith('.conf'));
  await Promise.all(data.map((name) => rm(join(directory, name), { recursive: true, force: true })));
}
