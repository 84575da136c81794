import { newId } from '@redress/kernel';
import { eventually, startBroker, type ControlledServer } from '@redress/testkit';
import { buildPrograms, startAnalytics, verified, type Place } from '../../test-bench/analytics-process';
import { aHistory } from '../../test-bench/arbitrary-events';
import { analyticsSchema } from '../../test-bench/journal';
import { seenOf } from '../../test-bench/seen-facts';
import { Wire } from '../../test-bench/wire';
import { projections } from '../projections';

const HISTORY = aHistory(new Set(projections.keys()), 31);
const PATIENCE = { timeoutMs: 60_000 };

describe('the analytics service killed with kill -9', () => {
  let broker: ControlledServer;
  let schema: Awaited<ReturnType<typeof analyticsSchema>>;
  let wire: Wire;
  let place: Place;

  beforeAll(async () => {
    buildPrograms();
    broker = await startBroker();
    schema = await analyticsSchema();
    wire = await Wire.open(broker.url);
    place = { databaseUrl: schema.url, natsUrl: broker.url };
  }, 240_000);

  afterAll(async () => {
    await wire?.close();
    await schema?.close();
    await broker?.stop();
  });

  const send = async (): Promise<string> => {
    const tenant = `t-${newId()}`;
    await wire.send(wire.messages(tenant, HISTORY));
    return tenant;
  };

  /** Sends to a service that cannot finish its batch, and kills it while it tries. */
  async function killedBeforeTheCommit(): Promise<string> {
    const { ended, kill } = await startAnalytics(place);
    const tenant = `t-${newId()}`;
    await schema.database.transaction(tenant, async (tx) => {
      // Whoever takes in events of a tenant needs this row for itself.
      await tx.execute(`INSERT INTO change_position (tenant_id, last_position) VALUES (:tenantId, 0)
        ON DUPLICATE KEY UPDATE last_position = last_position`);
      await wire.send(wire.messages(tenant, HISTORY));
      await eventually(
        async () => {
          const waiting = await schema.database.system.query(
            `SELECT p.id FROM information_schema.processlist p
             WHERE p.db = DATABASE() AND p.info LIKE '%INTO change_position%' AND p.info LIKE :tenant AND p.id <> CONNECTION_ID()`,
            { tenant: `%${tenant}%` },
          );
          return waiting.length > 0;
        },
        { ...PATIENCE, what: 'a batch that waits to be committed' },
      );
      await kill();
    });
    expect(await ended).toBe('SIGKILL');
    return tenant;
  }

  it('loses nothing and counts nothing twice, whether it dies before the commit of a batch or between it and the acknowledgement', async () => {
    const before = await killedBeforeTheCommit();
    expect((await seenOf(schema.database, before)).facts).toEqual([]);
    expect(await wire.unacknowledged()).toBeGreaterThan(0);

    const dying = await startAnalytics(place, 'after-apply:1');
    const after = await send();
    expect(await dying.ended).toBe('SIGKILL');
    // Batches of either were committed, and the server still waits to hear so of every message in them.
    const positions = [before, after].map(async (tenant) => (await seenOf(schema.database, tenant)).position);
    const committed = (await Promise.all(positions)).reduce((sum, each) => sum + Number(each), 0);
    expect(committed).toBeGreaterThan(0);
    expect(await wire.unacknowledged()).toBeGreaterThanOrEqual(committed);

    await wire.hurryRedelivery();
    const surviving = await startAnalytics(place);
    const plain = await send();
    await wire.heard();
    const seen = await seenOf(schema.database, plain);
    expect(seen).toMatchObject({ position: BigInt(HISTORY.length), complete: true });
    for (const tenant of [before, after]) {
      expect(await seenOf(schema.database, tenant)).toEqual(seen);
      expect(await verified(place, tenant)).toMatchObject({ tenantId: tenant, equal: true });
    }
    await surviving.kill();
  }, 240_000);
});
