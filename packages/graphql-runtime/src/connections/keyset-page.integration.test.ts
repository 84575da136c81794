import { newId } from '@redress/kernel';
import { openDatabase } from '@redress/persistence';
import type { Database } from '@redress/persistence';
import { testDatabase } from '@redress/testkit';
import fc from 'fast-check';
import type { Viewer } from '@redress/identity';
import { column, compileWhere, idColumn } from '../filters/where-sql';
import { toGlobalId } from '../nodes/global-id';
import { createCursorCodec } from './cursor';
import { keysetPage, readConnection } from './keyset-page';
import type { KeysetOrder } from './keyset-page';
import type { PageArgs } from './page-size';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

interface TicketRow {
  readonly id: string;
  readonly title: string;
}

const viewer: Viewer = { tenantId: 'acme', subject: 's', roles: [], tokenId: 't', expiresAt: new Date(8.64e15) };
const context = { viewer, cursors: createCursorCodec(new Uint8Array(32)) };
const fields = {
  title: column('t.title'),
  rank: column('t.rank_number'),
  openedAt: column('t.opened_at'),
  id: idColumn('t.id', 'Ticket'),
};

const orders: Record<'newest' | 'oldest' | 'byTitle' | 'byRank', KeysetOrder> = {
  newest: { name: 'newest', column: 't.opened_at', direction: 'descending' },
  oldest: { name: 'oldest', column: 't.opened_at', direction: 'ascending' },
  byTitle: { name: 'byTitle', column: 't.title', direction: 'ascending' },
  byRank: { name: 'byRank', column: 't.rank_number', direction: 'descending' },
};

describe('a keyset page on MariaDB', () => {
  let database: Database;
  let drop: () => Promise<void>;
  const total = 83;

  beforeAll(async () => {
    const schema = await testDatabase();
    drop = schema.drop;
    database = await openDatabase({ url: schema.url, rows: [] });
    await database.system.execute(`CREATE TABLE ticket (
      tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      title VARCHAR(100) CHARACTER SET utf8mb4 NOT NULL, rank_number BIGINT NOT NULL, opened_at DATETIME(3) NOT NULL,
      PRIMARY KEY (tenant_id, id), KEY by_opening (tenant_id, opened_at, id)) ENGINE=InnoDB`);
    await database.transaction('acme', (tx) =>
      tx.insertMany(
        'ticket',
        Array.from({ length: total }, (_, index) => aRow(index)),
      ),
    );
    await database.transaction('other', (tx) => tx.insertMany('ticket', [aRow(1), aRow(2)]));
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  function aRow(index: number) {
    // Few distinct values, so that most places are decided by the id.
    const title = ['100% wool', '100 pieces', 'a|b_c', '退款', 'x'][index % 5] ?? '';
    return {
      id: newId(),
      title,
      rank_number: 9_007_199_254_740_993n + BigInt(index % 4),
      opened_at: new Date(1_700_000_000_000 + (index % 7)),
    };
  }

  function read(order: KeysetOrder, args: PageArgs, where: object = {}) {
    const { sql, params } = compileWhere(where, fields);
    const list = {
      name: 'tickets',
      order,
      idColumn: 't.id',
      select: 't.id, t.title',
      from: 'ticket t',
      where: `t.tenant_id = :tenantId AND ${sql}`,
      params,
    };
    return readConnection<TicketRow, string>(context, database.reader('acme'), list, args, (row) => row.id);
  }

  async function everything(order: KeysetOrder): Promise<string[]> {
    const way = order.direction === 'ascending' ? 'ASC' : 'DESC';
    const sql = `SELECT t.id FROM ticket t WHERE t.tenant_id = :tenantId ORDER BY ${order.column} ${way}, t.id ${way}`;
    return (await database.reader('acme').query<TicketRow>(sql)).map((row) => row.id);
  }

  async function walk(order: KeysetOrder, size: number, forward: boolean): Promise<string[]> {
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let more = true; more;) {
      const args: PageArgs = forward ? { first: size, after: cursor } : { last: size, before: cursor };
      const page = await read(order, args);
      const info = page.pageInfo();
      if (forward) seen.push(...page.nodes);
      else seen.unshift(...page.nodes);
      cursor = forward ? info.endCursor : info.startCursor;
      more = forward ? info.hasNextPage : info.hasPreviousPage;
    }
    return seen;
  }

  it.each(Object.values(orders))(
    'walks $name in both directions exactly as the whole list is sorted',
    async (order) => {
      const expected = await everything(order);
      expect(expected).toHaveLength(total);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 100 }), fc.boolean(), async (size, forward) => {
          expect(await walk(order, size, forward)).toEqual(expected);
        }),
        { numRuns: 6 },
      );
    },
  );

  it('reads between two cursors', async () => {
    const expected = await everything(orders.newest);
    const cursors = (await read(orders.newest, { first: 50 })).edges().map((edge) => edge.cursor);
    const page = await read(orders.newest, { first: 100, after: cursors.at(9) ?? '', before: cursors.at(20) ?? '' });
    expect(page.nodes).toEqual(expected.slice(10, 20));
  });

  it('counts within its tenant and within the filter', async () => {
    expect(await (await read(orders.newest, { first: 1 })).totalCount()).toEqual({ value: total, exact: true });
    const page = await read(orders.newest, { first: 1 }, { title: { eq: 'x' } });
    expect(await page.totalCount()).toEqual({ value: 16, exact: true });
  });

  it.each([
    ['100%', 17],
    ['a|b_', 17],
    ['款', 16],
    ['_', 17],
    ["'; DROP TABLE ticket; --", 0],
  ])('takes %p literally when it looks for it', async (text, count) => {
    expect((await (await read(orders.newest, {}, { title: { contains: text } })).totalCount()).value).toBe(count);
  });

  it('combines conditions', async () => {
    const [id = ''] = await everything(orders.newest);
    const count = async (where: object) => (await (await read(orders.newest, {}, where)).totalCount()).value;
    expect(await count({ OR: [{ title: { in: ['x'] } }, { title: { eq: '退款' } }] })).toBe(32);
    expect(await count({ NOT: { title: { in: ['x', '退款'] } } })).toBe(51);
    expect(await count({ AND: [{ title: { eq: 'x' } }, { NOT: { title: { eq: 'x' } } }] })).toBe(0);
    expect(await count({ id: { in: [toGlobalId('Ticket', id), toGlobalId('Order', id), 'nonsense'] } })).toBe(1);
    expect(await count({ id: { eq: 'nonsense' } })).toBe(0);
    expect(
      await count({ openedAt: { range: { from: new Date(1_700_000_000_003), to: new Date(1_700_000_000_004) } } }),
    ).toBe(12);
    expect(await count({ OR: [] })).toBe(0);
  });

  it('reads a page from the index, without sorting', async () => {
    const { endCursor } = (await read(orders.newest, { first: 40 })).pageInfo();
    const list = {
      name: 'tickets',
      order: orders.newest,
      idColumn: 't.id',
      select: 't.id',
      from: 'ticket t',
      where: `t.tenant_id = :tenantId`,
    };
    const { sql, params } = keysetPage(context, list, { first: 20, after: endCursor });
    const [plan] = await database.system.query<{ key: string; Extra: string }>(`EXPLAIN ${sql}`, {
      ...params,
      tenantId: 'acme',
    });
    expect(plan?.key).toBe('by_opening');
    expect(plan?.Extra).not.toContain('filesort');
  });
});
