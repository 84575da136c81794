import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { analyticsSchema } from '../../test-bench/journal';
import { watchSettingsInMysql } from './watch-setting.repository-mysql';
import { watchTurnsInMysql } from './watch-turns.repository-mysql';

const LEASE_MS = 600_000;
const NOW = new Date('2026-07-15T10:00:00.000Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

describe('turns of watching', () => {
  let schema: Awaited<ReturnType<typeof analyticsSchema>>;
  let database: Database;

  beforeAll(async () => {
    schema = await analyticsSchema();
    ({ database } = schema);
  }, 120_000);
  afterAll(() => schema?.close());
  beforeEach(() => database.system.execute('DELETE FROM signal_watch'));

  const adopt = (tenantId: string) =>
    database.transaction(tenantId, (tx) =>
      watchSettingsInMysql.adopt(tx, { adoptionId: newId(), effectiveFrom: new Date(0), timeZone: 'UTC' }),
    );

  async function organisations(count: number): Promise<string[]> {
    const all = Array.from({ length: count }, (_, index) => `t-${index}`);
    for (const tenantId of all) await adopt(tenantId);
    return all;
  }

  it('go on with the others when another process was quicker with one', async () => {
    const all = await organisations(3);
    const quicker = watchTurnsInMysql(database);
    let looks = 0;
    const { system } = database;
    /** Between its look and its grip another process takes the first, and at its second look all that is left. */
    const slow = watchTurnsInMysql({
      system: {
        execute: (sql, params) => system.execute(sql, params),
        insertMany: (table, rows) => system.insertMany(table, rows),
        transaction: (work) => system.transaction(work),
        query: async <Row>(sql: string, params?: Parameters<typeof system.query>[1]) => {
          const rows = await system.query<Row>(sql, params);
          looks += 1;
          for (let taken = looks === 1 ? 1 : 8; taken > 0; taken -= 1) await quicker.lease(NOW, LEASE_MS);
          return rows;
        },
      },
    });
    expect(all).toContain((await slow.lease(NOW, LEASE_MS))?.tenantId);
    expect(await slow.lease(NOW, LEASE_MS)).toBeUndefined();
    expect(looks).toBe(3);
  });

  it('come to every organisation once, however many processes take them', async () => {
    const all = await organisations(20);
    const taken: string[] = [];
    const process = async () => {
      const turns = watchTurnsInMysql(database);
      const take = () => turns.lease(NOW, LEASE_MS);
      for (let turn = await take(); turn !== undefined; turn = await take()) {
        taken.push(turn.tenantId);
      }
    };
    await Promise.all([1, 2, 3, 4].map(process));
    expect([...taken].sort()).toEqual([...all].sort());
  });

  it('stay with whoever has one, and come again at once when the organisation adopts something meanwhile', async () => {
    await organisations(1);
    const turns = watchTurnsInMysql(database);
    const turn = await turns.lease(NOW, LEASE_MS);
    await adopt('t-0');
    expect(await turns.lease(NOW, LEASE_MS)).toBeUndefined();
    if (turn === undefined) throw new Error('there was no turn');
    await turns.release(turn, later(3_600_000));
    expect(await turns.lease(NOW, LEASE_MS)).toMatchObject({ tenantId: 't-0' });
  });

  it('come when they are due by the clock of the service, or when it was set back', async () => {
    await organisations(1);
    const turns = watchTurnsInMysql(database);
    const first = await turns.lease(NOW, LEASE_MS);
    if (first === undefined) throw new Error('there was no turn');
    await turns.release(first, later(3_600_000));
    expect(await turns.lease(later(3_599_999), LEASE_MS)).toBeUndefined();
    const second = await turns.lease(later(3_600_000), LEASE_MS);
    expect(second).toMatchObject({ tenantId: 't-0', failures: 0 });
    if (second === undefined) throw new Error('there was no turn');
    await turns.putOff(second, later(7_200_000));
    expect(await turns.lease(later(7_199_999), LEASE_MS)).toBeUndefined();
    expect(await turns.lease(later(-30 * 86_400_000), LEASE_MS)).toMatchObject({ tenantId: 't-0', failures: 1 });
  });
});
