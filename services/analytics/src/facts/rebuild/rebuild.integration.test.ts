import { newId } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import fc from 'fast-check';
import { interleaved, streamsOf, type AnyEvent } from '../../test-bench/arbitrary-events';
import { analyticsSchema, takeIn, versionsOf } from '../../test-bench/journal';
import { factsInMysql } from '../adapters/facts.repository-mysql';
import { generationsInMysql } from '../adapters/generations.repository-mysql';
import { journalInMysql } from '../adapters/journal.repository-mysql';
import { remaking } from '../composition-root';
import { FACT_TABLES } from '../model/fact-tables.model';
import { projections } from '../projections';
import { liveGeneration } from '../take-in/projection-state.query';
import { tendGenerations } from './generations.job';
import { generationsOfAllInMysql } from '../adapters/generations-of-all.repository-mysql';
import { rebuildFacts } from './rebuild-facts.handler';

/** A history with all kinds of events, in an order that could be. */
function aHistory(seed: number): readonly AnyEvent[] {
  const [history] = fc.sample(
    fc
      .tuple(streamsOf(new Set(projections.keys())), fc.array(fc.nat({ max: 20 }), { minLength: 20, maxLength: 40 }))
      .map(([streams, picks]) => interleaved(streams, picks)),
    { seed, numRuns: 1 },
  );
  return history ?? [];
}

describe('facts that are made anew', () => {
  let schema: Awaited<ReturnType<typeof analyticsSchema>>;
  beforeAll(async () => {
    schema = await analyticsSchema();
  });
  afterAll(() => schema.close());

  async function aTenant(history: readonly AnyEvent[]): Promise<string> {
    const tenant = `t-${newId()}`;
    await takeIn(schema.database, tenant, history);
    return tenant;
  }
  const live = (tenant: string) => liveGeneration(schema.database.reader(tenant));
  const verifying = (tenant: string) => remaking(schema.database, [], 10).verify(tenant);
  const parts = (change: Partial<Parameters<typeof rebuildFacts>[0]> = {}) => ({
    ...{ database: schema.database, projections, facts: factsInMysql, generations: generationsInMysql },
    ...{ journal: journalInMysql },
    ...{ eventsAtOnce: 9, ...change },
  });

  it('equal the live ones, version by version, and take their place', async () => {
    const history = aHistory(1);
    const tenant = await aTenant(history);
    const before = await versionsOf(schema.database, tenant, 1);
    expect(before.length).toBeGreaterThan(history.length / 2);
    const position = BigInt(history.length);
    expect(await rebuildFacts(parts(), tenant)).toEqual({
      ok: true,
      value: { generation: 2, position, events: position },
    });
    expect(await live(tenant)).toBe(2);
    expect(await versionsOf(schema.database, tenant, 2)).toEqual(before);
    expect(await versionsOf(schema.database, tenant, 1)).toEqual(before);

    await takeIn(schema.database, tenant, aHistory(2));
    expect(await verifying(tenant)).toMatchObject({ ok: true, value: { generation: 2, differences: [] } });
  });

  it('are told apart from live ones in which a row, a version or a value is not what the journal says', async () => {
    const tenant = await aTenant(aHistory(3));
    await schema.database.transaction(tenant, async (tx) => {
      await tx.execute(
        `UPDATE complaint_fact c SET c.persons = 4711 WHERE c.tenant_id = :tenantId AND c.generation = 1 LIMIT 1`,
      );
      await tx.execute(`DELETE FROM complaint_fact_history WHERE tenant_id = :tenantId ORDER BY since LIMIT 1`);
      await tx.insertMany('staff_work_fact', [{ event_id: newId(), generation: 1, since: 1, staff: 'nobody' }]);
    });
    const verified = await verifying(tenant);
    expect(verified.ok && verified.value.differences).toEqual([
      expect.objectContaining({ table: 'complaint_fact', columns: expect.anything() as string[] }),
      expect.objectContaining({ table: 'complaint_fact' }),
      expect.objectContaining({ table: 'staff_work_fact', columns: 'MISSING_IN_REBUILT' }),
    ]);
    expect(await rebuildFacts(parts(), tenant)).toMatchObject({ ok: true });
    expect(await verifying(tenant)).toMatchObject({ ok: true, value: { differences: [] } });
  });

  it('have all that comes in meanwhile, whoever else rebuilds at the same time', async () => {
    const tenant = await aTenant(aHistory(4));
    const [taking, ...rebuilding] = [
      takeIn(schema.database, tenant, [...aHistory(5), ...aHistory(6)], 3),
      rebuildFacts(parts(), tenant),
      rebuildFacts(parts({ eventsAtOnce: 5 }), tenant),
    ];
    await taking;
    const ends = await Promise.all(rebuilding);
    expect(ends.some(({ ok }) => ok)).toBe(true);
    for (const end of ends) {
      if (!end.ok) expect(end.refusals).toEqual([{ code: 'ANALYTICS_REBUILT_ELSEWHERE' }]);
    }
    expect(await live(tenant)).toBeGreaterThan(1);
    expect(await verifying(tenant)).toMatchObject({ ok: true, value: { differences: [] } });
  });

  it('are made in order where the database undoes a batch for the sake of others', async () => {
    const tenant = await aTenant(aHistory(8));
    const before = await versionsOf(schema.database, tenant, 1);
    class Undone extends Error {}
    let transactions = 0;
    const undoing = async <T>(whose: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> => {
      const { database } = schema;
      transactions += 1;
      if (transactions % 3 === 0) {
        const undone = database.transaction(whose, async (tx) => {
          await work(tx);
          throw new Undone();
        });
        await expect(undone).rejects.toBeInstanceOf(Undone);
      }
      return database.transaction(whose, work);
    };
    const database = Object.assign(Object.create(schema.database) as typeof schema.database, { transaction: undoing });
    expect(await rebuildFacts(parts({ database, eventsAtOnce: 3 }), tenant)).toMatchObject({ ok: true });
    expect(transactions).toBeGreaterThan(9);
    expect(await versionsOf(schema.database, tenant, 2)).toEqual(before);
  });

  it('go on where they were when whoever made them ended, and leave nothing behind in the end', async () => {
    const history = aHistory(7);
    const tenant = await aTenant(history);
    const before = await versionsOf(schema.database, tenant, 1);
    let batches = 0;
    const ending = {
      ...factsInMysql,
      saveAnew: (...args: Parameters<typeof factsInMysql.saveAnew>) => {
        factsInMysql.saveAnew(...args);
        batches += 1;
        if (batches === 3) throw new Error('ended in the middle of a batch');
      },
    };
    await expect(rebuildFacts(parts({ facts: ending }), tenant)).rejects.toThrow('ended in the middle');
    expect(await live(tenant)).toBe(1);
    expect(await rebuildFacts(parts(), tenant)).toEqual({
      ok: true,
      value: { generation: 2, position: BigInt(history.length), events: BigInt(history.length - 18) },
    });
    expect(await versionsOf(schema.database, tenant, 2)).toEqual(before);

    const { system } = schema.database;
    await system.execute(
      `UPDATE projection_generation SET remove_after = UTC_TIMESTAMP(3) WHERE tenant_id = :tenant AND generation = 1`,
      { tenant },
    );
    await tendGenerations({
      generations: generationsOfAllInMysql(system),
      tables: FACT_TABLES.flatMap(({ name }) => [name, `${name}_history`]),
      rebuild: () => Promise.reject(new Error('nothing is left to take up')),
      logger: { info: () => undefined } as never,
    });
    expect(await versionsOf(schema.database, tenant, 1)).toEqual([]);
    expect(await versionsOf(schema.database, tenant, 2)).toEqual(before);
    expect(await system.query('SELECT 1 FROM projection_generation WHERE tenant_id = :tenant', { tenant })).toEqual([]);
  });

  it('are not made from a journal that has lost an envelope, or an event', async () => {
    const tenant = await aTenant(aHistory(9));
    const { database } = schema;
    await database.transaction(tenant, (tx) =>
      tx.execute('UPDATE change_log c SET c.envelope = NULL WHERE c.tenant_id = :tenantId AND c.position = 21'),
    );
    const refused = { ok: false, refusals: [{ code: 'ANALYTICS_JOURNAL_INCOMPLETE', facts: { position: '21' } }] };
    expect(await rebuildFacts(parts(), tenant)).toEqual(refused);
    expect(await verifying(tenant)).toEqual(refused);
    await database.transaction(tenant, (tx) =>
      tx.execute('DELETE FROM change_log WHERE tenant_id = :tenantId AND position = 21'),
    );
    expect(await rebuildFacts(parts(), tenant)).toEqual(refused);
    expect(await live(tenant)).toBe(1);
    expect(await rebuildFacts(parts(), 'nobody')).toMatchObject({
      refusals: [{ code: 'ANALYTICS_NOTHING_TO_REBUILD' }],
    });
  });
});
