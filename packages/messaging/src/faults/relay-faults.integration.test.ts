import { numberPending, LeaseLost } from '../outbox/number-pending';
import { startFaultProcess } from './fault-process';
import { buildForChildren, FaultStage, runChanges, seeded, someChanges, someThings } from './fault-stage';

// A slow machine may need most of the time that each wait gives it.
jest.setTimeout(240_000);

describe('relays of one service', () => {
  let stage: FaultStage;
  beforeEach(async () => {
    stage = await FaultStage.open();
  });
  afterEach(() => stage.close());

  it('share the shards between processes without doubling a number', async () => {
    const random = seeded(21);
    const things = someThings(10);
    const options = stage.options('case-handling', await stage.schema());
    const [one, other] = [await stage.start(options), await stage.start(options)];
    const consumer = await stage.start(stage.options('finance', await stage.schema(), ['case-handling']));
    await Promise.all([
      runChanges(one, someChanges(60, things, random)),
      runChanges(other, someChanges(60, things, random)),
    ]);
    await stage.settled(one, consumer);
  });

  it('take over from a process that freezes, and fence it off when it wakes up', async () => {
    buildForChildren();
    const random = seeded(22);
    const things = someThings(10);
    const options = stage.options('case-handling', await stage.schema());
    const frozen = startFaultProcess({ options, changes: someChanges(20, things, random) });
    await frozen.done;
    const successor = await stage.start(options);
    const consumer = await stage.start(stage.options('finance', await stage.schema(), ['case-handling']));
    frozen.signal('SIGSTOP');
    await runChanges(successor, someChanges(20, things, random));
    await stage.settled(successor, consumer);
    const [taken] = await successor.database.system.query<{ epoch: string }>(
      'SELECT MIN(epoch) AS epoch FROM outbox_shard',
    );
    expect(Number(taken?.epoch)).toBeGreaterThan(1);
    frozen.signal('SIGCONT');
    await runChanges(successor, someChanges(20, things, random));
    await stage.settled(successor, consumer);
    expect(await frozen.stop()).toBe('0');
  });

  it('cannot number anything under an epoch that has passed', async () => {
    const service = await stage.start({ ...stage.options('analytics', await stage.schema()) });
    const { system } = service.database;
    await system.execute('INSERT INTO outbox_shard (shard, epoch) VALUES (0, 7)');
    const turn = { shard: 0, shards: 1, epoch: 6, limit: 10, published: 0, fromBucket: 0 };
    await expect(numberPending(system, turn)).rejects.toThrow(LeaseLost);
  });

  it('may be given another number of shards', async () => {
    const random = seeded(23);
    const things = someThings(12);
    const options = stage.options('case-handling', await stage.schema());
    const consumer = await stage.start(stage.options('finance', await stage.schema(), ['case-handling']));
    const before = await stage.start({ ...options, shards: 2 });
    await runChanges(before, someChanges(30, things, random));
    await before.stop();
    const after = await stage.start({ ...options, shards: 5 });
    await runChanges(after, someChanges(30, things, random));
    await after.stop();
    await stage.broker.kill();
    await stage.broker.start();
    const again = await stage.start({ ...options, shards: 3 });
    await runChanges(again, someChanges(30, things, random));
    await stage.settled(again, consumer);
  });
});
