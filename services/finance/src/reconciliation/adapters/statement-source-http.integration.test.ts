import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@redress/kernel';
import { tenantCalendarInMysql } from '../../tenant-calendar/adapters/tenant-calendar-mysql';
import type { BankAccount } from '../model/bank-account.model';
import { StatementDesk } from '../testing/statement-desk';
import { statementSourceOverHttp } from './statement-source-http';

/** Around midnight in Shanghai, which is 16:00 in UTC, and around that of UTC. */
const MOMENTS = [
  '2026-01-31T15:59:59.999Z',
  '2026-01-31T16:00:00.000Z',
  '2026-02-01T15:59:59.999Z',
  '2026-02-01T16:00:00.000Z',
  '2026-02-01T23:59:59.999Z',
  '2026-02-02T00:00:00.000Z',
] as const;

describe('the list of a provider', () => {
  let desk: StatementDesk;
  let provider: Server;
  let moments: readonly string[] = MOMENTS;
  beforeAll(async () => {
    desk = await StatementDesk.open();
    provider = createServer((request, response) => {
      const asked = new URL(request.url ?? '/', 'http://provider').searchParams;
      const [offset, limit] = [Number(asked.get('offset')), Number(asked.get('limit'))];
      const all = moments.map((createdAt, index) => ({
        ...{ id: `pay_${index}`, key: `key-${index}`, reference: `S-${100_000 + index}`, createdAt },
        ...{ amountMinor: String(index + 1), currency: 'CNY', status: 'SUCCEEDED' },
      }));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ payments: all.slice(offset, offset + limit) }));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => provider.close(resolve));
    await desk.close();
  });
  beforeEach(() => {
    moments = MOMENTS;
  });

  const live = (tenant: string, timeZone: string) =>
    desk.database.transaction(tenant, (tx) => tenantCalendarInMysql.adopt(tx, timeZone, new Date(0)));
  const takeIn = (tenant: string, account: BankAccount) => {
    const { port } = provider.address() as AddressInfo;
    const source = statementSourceOverHttp({
      ...{ url: `http://127.0.0.1:${port}`, provider: 'simulator', timeoutMs: 30_000 },
      ...{ database: desk.database, calendar: tenantCalendarInMysql },
    });
    return desk.takeIn(tenant, account, [], { format: 'PROVIDER', sources: [source] });
  };
  const daysOf = async (tenant: string, account: BankAccount) => {
    const rows = await desk.database.reader(tenant).query<{ day: string; reference: string }>(
      `SELECT l.booked_on AS day, l.bank_reference AS reference FROM statement_line l
       WHERE l.tenant_id = :tenantId AND l.account_id = :accountId ORDER BY l.bank_reference`,
      { accountId: account.id },
    );
    return rows.map(({ day }) => day);
  };
  const aTenant = () => `t-${newId().slice(-12)}`;

  it.each([
    ['UTC', ['01-31', '01-31', '02-01', '02-01', '02-01', '02-02']],
    ['Asia/Shanghai', ['01-31', '02-01', '02-01', '02-02', '02-02', '02-02']],
    ['America/New_York', ['01-31', '01-31', '02-01', '02-01', '02-01', '02-01']],
  ])('stands on the days of an organisation in %s', async (timeZone, days) => {
    const tenant = aTenant();
    await live(tenant, timeZone);
    const account = await desk.account(tenant, { kind: 'PROVIDER' });
    expect(await takeIn(tenant, account)).toMatchObject({ linesNew: 6, problems: [] });
    expect(await daysOf(tenant, account)).toEqual(days.map((day) => `2026-${day}`));
    expect(await takeIn(tenant, account)).toMatchObject({ linesNew: 0, linesKnown: 6 });
  });

  it('begins with the first moment of the first day of the account, and with none before it', async () => {
    const tenant = aTenant();
    await live(tenant, 'Asia/Shanghai');
    const account = await desk.account(tenant, { kind: 'PROVIDER', openingOn: '2026-02-01' });
    expect(await takeIn(tenant, account)).toMatchObject({ linesNew: 5, problems: [] });
    expect(await daysOf(tenant, account)).toEqual(
      ['02-01', '02-01', '02-02', '02-02', '02-02'].map((day) => `2026-${day}`),
    );
  });

  it('takes nothing in twice of what was taken in under the day of another zone', async () => {
    const tenant = aTenant();
    const account = await desk.account(tenant, { kind: 'PROVIDER' });
    moments = MOMENTS.slice(0, 4);
    expect(await takeIn(tenant, account)).toMatchObject({ linesNew: 4 });
    await live(tenant, 'Asia/Shanghai');
    moments = MOMENTS;
    expect(await takeIn(tenant, account)).toMatchObject({ linesNew: 2, linesKnown: 4, problems: [] });
    expect(await daysOf(tenant, account)).toEqual(
      ['01-31', '01-31', '02-01', '02-01', '02-02', '02-02'].map((day) => `2026-${day}`),
    );
  });

  it('is read to its end, page by page', async () => {
    const tenant = aTenant();
    await live(tenant, 'Asia/Shanghai');
    const account = await desk.account(tenant, { kind: 'PROVIDER' });
    moments = Array.from({ length: 1_201 }, (_, index) => new Date(Date.UTC(2026, 1, 1, 0, index)).toISOString());
    expect(await takeIn(tenant, account)).toMatchObject({ linesNew: 1_201, problems: [] });
    expect(await takeIn(tenant, account)).toMatchObject({ linesNew: 0, linesKnown: 1_201 });
  });
});
