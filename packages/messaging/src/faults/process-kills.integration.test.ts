import { eventually } from '@redress/testkit';
import { startFaultProcess } from './fault-process';
import {
  WITH_PATIENCE,
  buildForChildren,
  FaultStage,
  runChanges,
  seeded,
  someChanges,
  someThings,
} from './fault-stage';
import { HostileFeed } from './hostile-feed';
import { effectViolations, outboxViolations } from './invariants';

// A slow machine may need most of the time that each wait gives it.
jest.setTimeout(240_000);

describe('a process killed with kill -9', () => {
  let stage: FaultStage;

  beforeAll(buildForChildren);
  beforeEach(async () => {
    stage = await FaultStage.open();
  });
  afterEach(() => stage.close());

  it.each(['before-commit:7', 'after-commit:7', 'after-publish:3'] as const)(
    'loses and doubles nothing as a producer at %s',
    async (failpoint) => {
      const things = someThings(8);
      const random = seeded(failpoint.length);
      const options = stage.options('case-handling', await stage.schema());
      const consumer = await stage.start(stage.options('finance', await stage.schema(), ['case-handling']));
      // More than it lives to make: however many events its relay publishes at once, there are some for the next time.
      const killed = startFaultProcess({ options, changes: someChanges(600, things, random) }, failpoint);
      expect(await killed.ended).toBe('SIGKILL');

      const producer = await stage.start(options);
      for (const { tenantId, thingId } of someChanges(10, things, random)) await producer.change(tenantId, thingId);
      await stage.settled(producer, consumer);
      const events = await producer.database.system.query<{ id: string; version: number }>(
        'SELECT aggregate_id AS id, aggregate_version AS version FROM outbox_log',
      );
      const known = new Set(events.map(({ id, version }) => `${id} ${version}`));
      const lost = killed.answered.filter(({ thingId, version }) => !known.has(`${thingId} ${version}`));
      expect(lost).toEqual([]);
    },
  );

  it('applies everything once when a consumer dies after it applied and before it acknowledged', async () => {
    const things = someThings(8);
    const producer = await stage.start(stage.options('case-handling', await stage.schema()));
    const options = stage.options('finance', await stage.schema(), ['case-handling']);
    const killed = startFaultProcess({ options, changes: [] }, 'after-apply:2');
    // However many events it takes at once, there are some for the next time.
    let dead = false;
    void killed.ended.then(() => (dead = true));
    do await runChanges(producer, someChanges(20, things, seeded(4)));
    while (!dead);
    expect(await killed.ended).toBe('SIGKILL');
    await stage.settled(producer, await stage.start(options));
  });

  it('is delivered again what a consumer took and did not apply, without asking the producer', async () => {
    const prefix = `${stage.prefix}k`;
    const things = someThings(8);
    const producer = await stage.start(stage.options('case-handling', await stage.schema()));
    await runChanges(producer, someChanges(150, things, seeded(5)));
    await eventually(async () => (await outboxViolations(producer.database)).length === 0, WITH_PATIENCE);
    const feed = await HostileFeed.open(stage.broker.url, stage.prefix, prefix);
    stage.endLater(() => feed.close());
    feed.answering = false;
    await feed.publish(await feed.numbered(producer.database.system));

    const options = { ...stage.options('finance', await stage.schema(), ['case-handling']), prefix, batchSize: 10 };
    const observer = await stage.start({ ...options, service: 'analytics', consumes: [] });
    const killed = startFaultProcess({ options, changes: [] });
    await eventually(
      async () => (await observer.database.system.query('SELECT n FROM effect')).length > 20,
      WITH_PATIENCE,
    );
    killed.signal('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    await stage.start(options);
    await eventually(async () => {
      expect(await effectViolations(producer.database, observer.database)).toEqual([]);
      return true;
    }, WITH_PATIENCE);
  });
});
