import { newId } from '@redress/kernel';
import { createLogger } from '@redress/observability';
import { openDatabase, type Database } from '@redress/persistence';
import { eventually, startBroker, testDatabase } from '@redress/testkit';
import { openMessaging, type Messaging } from '../index';
import { prepareSchema } from '../faults/fault-service';

const logger = createLogger({ service: 'signals', level: 'silent' });

describe('signals between the processes of a service', () => {
  let broker: Awaited<ReturnType<typeof startBroker>>;
  let schema: Awaited<ReturnType<typeof testDatabase>>;
  let database: Database;
  const processes: { messaging: Messaging; heard: unknown[] }[] = [];

  function aProcess(service: string): { messaging: Messaging; heard: unknown[] } {
    const messaging = openMessaging({ service, database, natsUrl: broker.url, logger });
    const heard: unknown[] = [];
    messaging.signals.listen('news', (payload) => heard.push(payload));
    processes.push({ messaging, heard });
    return { messaging, heard };
  }

  beforeAll(async () => {
    [broker, schema] = await Promise.all([startBroker(), testDatabase()]);
    await prepareSchema(schema.url);
    database = await openDatabase({ url: schema.url, rows: [] });
  });

  afterAll(async () => {
    for (const { messaging } of processes) await messaging.stop();
    await database.close();
    await schema.drop();
    await broker.stop();
  });

  it('reach every other process of the service, not the sender, not another service, and go on after the broker was away', async () => {
    const [sender, listener, stranger] = [aProcess('analytics'), aProcess('analytics'), aProcess('intake')];
    for (const { messaging } of [sender, listener, stranger]) await messaging.start();
    const heardOne = () =>
      eventually(
        () => {
          sender.messaging.signals.send('news', { id: newId() });
          return listener.heard.length > 0;
        },
        { intervalMs: 50, timeoutMs: 45_000 },
      );
    await heardOne();
    await broker.kill();
    sender.messaging.signals.send('news', { lost: true });
    await broker.start();
    listener.heard.length = 0;
    await heardOne();
    expect(sender.heard).toEqual([]);
    expect(stranger.heard).toEqual([]);
  }, 180_000);
});
