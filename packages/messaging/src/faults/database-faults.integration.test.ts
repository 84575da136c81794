import { eventually, startInfrastructure, type TestInfrastructure } from '@redress/testkit';
import type { FaultService, FaultServiceOptions } from './fault-service';
import { prepareSchema, startFaultService } from './fault-service';
import { WITH_PATIENCE, seeded, someChanges, someThings } from './fault-stage';
import { effectViolations, outboxViolations, streamViolations } from './invariants';

// A slow machine may need most of the time that each wait gives it.
jest.setTimeout(240_000);

describe('the database', () => {
  const prefix = 'db';
  let infrastructure: TestInfrastructure;
  let producer: FaultService;
  let consumer: FaultService;

  beforeAll(async () => {
    infrastructure = await startInfrastructure({ natsToo: true, durable: true });
    const start = async (options: Pick<FaultServiceOptions, 'service' | 'consumes'>) => {
      const databaseUrl = await infrastructure.createSchema();
      await prepareSchema(databaseUrl);
      return startFaultService({ ...options, databaseUrl, natsUrl: infrastructure.natsUrl, prefix });
    };
    producer = await start({ service: 'case-handling' });
    consumer = await start({ service: 'finance', consumes: ['case-handling'] });
  });
  afterAll(async () => {
    await producer.stop();
    await consumer.stop();
    await infrastructure.stop();
  });

  it('may be killed and come back: what was answered is kept, and takes effect once', async () => {
    const things = someThings(8);
    const answered: string[] = [];
    let killed: Promise<void> | undefined;
    for (const [index, { tenantId, thingId }] of someChanges(80, things, seeded(31)).entries()) {
      if (index === 40) killed = infrastructure.killDatabase().then(() => infrastructure.startDatabase());
      // A command whose fate is not known is not answered; the caller would ask again with its key.
      const version = await producer.change(tenantId, thingId).catch(() => undefined);
      if (version !== undefined) answered.push(`${thingId} ${version}`);
    }
    await killed;
    await eventually(async () => {
      expect(await outboxViolations(producer.database)).toEqual([]);
      expect(await effectViolations(producer.database, consumer.database)).toEqual([]);
      expect(await streamViolations(producer.database, infrastructure.natsUrl, prefix, 'case-handling')).toEqual([]);
      return true;
    }, WITH_PATIENCE);
    const rows = await producer.database.system.query<{ id: string; version: number }>(
      'SELECT aggregate_id AS id, aggregate_version AS version FROM outbox_log',
    );
    const kept = new Set(rows.map(({ id, version }) => `${id} ${version}`));
    expect(answered.filter((change) => !kept.has(change))).toEqual([]);
  });
});
