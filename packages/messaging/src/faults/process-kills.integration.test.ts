import { eventually } from '@redress/testkit';
import { startFaultProcess } from './fault-process';
import { buildForChildren, FaultStage, seeded, someChanges, someThings } from './fault-stage';

describe('a process killed with kill -9', () => {
  let stage: FaultStage;

  beforeAll(async () => {
    buildForChildren();
    stage = await FaultStage.open();
  });
  afterAll(() => stage.close());

  it.each(['before-commit:7', 'after-commit:7', 'after-publish:3'] as const)(
    'loses and doubles nothing as a producer at %s',
    async (failpoint) => {
      const inner = await FaultStage.open();
      const things = someThings(8);
      const random = seeded(failpoint.length);
      const options = inner.options('case-handling', await inner.schema());
      const consumer = await inner.start(inner.options('finance', await inner.schema(), ['case-handling']));
      const killed = startFaultProcess({ options, changes: someChanges(60, things, random) }, failpoint);
      expect(await killed.ended).toBe('SIGKILL');

      const producer = await inner.start(options);
      for (const { tenantId, thingId } of someChanges(10, things, random)) await producer.change(tenantId, thingId);
      await inner.settled(producer, consumer);
      const events = await producer.database.system.query<{ id: string; version: number }>(
        'SELECT aggregate_id AS id, aggregate_version AS version FROM outbox_log',
      );
      const known = new Set(events.map(({ id, version }) => `${id} ${version}`));
      const lost = killed.answered.filter(({ thingId, version }) => !known.has(`${thingId} ${version}`));
      expect(lost).toEqual([]);
      await inner.close();
    },
  );

  it('applies everything once when a consumer dies after it applied and before it acknowledged', async () => {
    const things = someThings(8);
    const producer = await stage.start(stage.options('case-handling', await stage.schema()));
    const options = stage.options('finance', await stage.schema(), ['case-handling']);
    const killed = startFaultProcess({ options, changes: [] }, 'after-apply:2');
    for (const { tenantId, thingId } of someChanges(60, things, seeded(4))) await producer.change(tenantId, thingId);
    expect(await killed.ended).toBe('SIGKILL');
    await stage.settled(producer, await stage.start(options));
  });

  it('applies everything once when a consumer dies in the middle of a batch', async () => {
    const inner = await FaultStage.open();
    const things = someThings(8);
    const producer = await inner.start(inner.options('case-handling', await inner.schema()));
    const options = { ...inner.options('finance', await inner.schema(), ['case-handling']), batchSize: 20 };
    const observer = await inner.start({ ...options, service: 'analytics', consumes: [] });
    const killed = startFaultProcess({ options, changes: [] });
    for (const { tenantId, thingId } of someChanges(200, things, seeded(5))) await producer.change(tenantId, thingId);
    await eventually(async () => (await observer.database.system.query('SELECT n FROM effect')).length > 20);
    killed.signal('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    await inner.settled(producer, await inner.start(options));
    await inner.close();
  });
});
