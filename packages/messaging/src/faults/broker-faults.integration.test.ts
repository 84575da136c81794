import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaultService } from './fault-service';
import { FaultStage, runChanges, seeded, someChanges, someThings } from './fault-stage';

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

  it('may freeze', async () => {
    await stage.broker.pause();
    await runChanges(producer, someChanges(20, things, random));
    await stage.broker.resume();
    await stage.settled(producer, consumer);
  });
});

/** Empties the directory without removing it: a container may have it mounted. */
async function wipe(directory: string): Promise<void> {
  const names = await readdir(directory);
  const data = names.filter((name) => !name.endsWith('.conf'));
  await Promise.all(data.map((name) => rm(join(directory, name), { recursive: true, force: true })));
}
