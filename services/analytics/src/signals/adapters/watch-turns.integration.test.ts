import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { analyticsSchema } from '../../test-bench/journal';
import { watchSettingsInMysql } from './watch-setting.repository-mysql';
import { watchTurnsInMysql } from './watch-turns.repository-mysql';

const LEASE_MS = 600_000;

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
          for (let taken = looks === 1 ? 1 : 8; taken > 0; taken -= 1) await quicker.lease(LEASE_MS);
          return rows;
        },
      },
    });
    expect(all).toContain((await slow.lease(LEASE_MS))?.tenantId);
    expect(await slow.lease(LEASE_MS)).toBeUndefined();
    expect(looks).toBe(3);
  });

  it('come to every organisation once, however many processes take them', async () => {
    const all = await organisations(20);
    const taken: string[] = [];
    const process = async () => {
      const turns = watchTurnsInMysql(database);
      for (let turn = await turns.lease(LEASE_MS); turn !== undefined; turn = await turns.lease(LEASE_MS)) {
        taken.push(turn.tenantId);
      }
    };
    await Promise.all([1, 2, 3, 4].map(process));
    expect([...taken].sort()).toEqual([...all].sort());
  });

  it('stay with whoever has one, also when the organisation adopts something meanwhile', async () => {
    await organisations(1);
    const turns = watchTurnsInMysql(database);
    const turn = await turns.lease(LEASE_MS);
    await adopt('t-0');
    expect(await turns.lease(LEASE_MS)).toBeUndefined();
    if (turn === undefined) throw new Error('there was no turn');
    await turns.release(turn, 0);
    expect(await turns.lease(LEASE_MS)).toMatchObject({ tenantId: 't-0' });
  });
});
