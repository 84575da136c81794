import { messagingMigrations } from '@redress/messaging';
import {
  migrate,
  openDatabase,
  persistenceMigrations,
  type Database,
  type TenantTransaction,
} from '@redress/persistence';
import { newId } from '@redress/kernel';
import { createLogger } from '@redress/observability';
import { migratedDatabase, type testDatabase } from '@redress/testkit';
import { join } from 'node:path';
import { documentNumbersInMysql as numbers } from './adapters/document-numbers-mysql';

const logger = createLogger({ service: 'finance-test', level: 'silent' });
const KEPT =
  'CREATE TABLE kept_number (tenant_id VARCHAR(36) NOT NULL, number VARCHAR(32) NOT NULL, PRIMARY KEY (tenant_id, number))';

let schema: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
beforeAll(async () => {
  const own = join(__dirname, '..', '..', 'migrations');
  schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
  database = await openDatabase({ url: schema.url, rows: [], poolSize: 16, logger });
  await database.system.execute(KEPT);
});
afterAll(async () => {
  await database.close();
  await schema.drop();
});

async function take(tx: TenantTransaction, series = 'CN', year = 2026): Promise<string> {
  const { text } = await numbers.next(tx, series, year);
  await tx.insertMany('kept_number', [{ number: text }]);
  return text;
}

const kept = async (tenant: string): Promise<string[]> =>
  (
    await database
      .reader(tenant)
      .query<{ number: string }>('SELECT k.number FROM kept_number k WHERE k.tenant_id = :tenantId ORDER BY k.number')
  ).map(({ number }) => number);

const series = (count: number) =>
  Array.from({ length: count }, (_, index) => `CN2026-${String(index + 1).padStart(6, '0')}`);

describe('numbers without gaps', () => {
  it('are one after the other, whoever asks at the same time and whoever gives up', async () => {
    const tenant = `t-${newId().slice(-12)}`;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, (_, index) =>
        database.transaction(tenant, async (tx) => {
          await take(tx);
          if (index % 3 === 0) throw new Error('given up');
        }),
      ),
    );
    const given = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(given).toBe(42);
    expect(await kept(tenant)).toEqual(series(given));
  });

  it('are given back by a connection that dies before it commits', async () => {
    const tenant = `t-${newId().slice(-12)}`;
    let deaths = 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        database.transaction(tenant, async (tx) => {
          await take(tx);
          if (index % 4 !== 0 || deaths > 3) return;
          deaths += 1;
          const [connection] = await tx.query<{ id: string }>('SELECT CONNECTION_ID() AS id');
          await database.system.execute(`KILL ${Number(connection?.id)}`);
          await tx.query('SELECT 1 AS one');
        }),
      ),
    );
    expect(deaths).toBeGreaterThan(0);
    const given = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(given).toBeGreaterThanOrEqual(9);
    expect(await kept(tenant)).toEqual(series(given));
  });

  it('begin again with each year and series, and apart for each organisation', async () => {
    const [one, other] = [`t-${newId().slice(-12)}`, `t-${newId().slice(-12)}`];
    const first = (tenant: string, name: string, year: number) =>
      database.transaction(tenant, (tx) => take(tx, name, year));
    expect(await first(one, 'CN', 2026)).toBe('CN2026-000001');
    expect(await first(one, 'CN', 2027)).toBe('CN2027-000001');
    expect(await first(one, 'PA', 2026)).toBe('PA2026-000001');
    expect(await first(other, 'CN', 2026)).toBe('CN2026-000001');
    expect(await first(one, 'CN', 2026)).toBe('CN2026-000002');
  });
});
