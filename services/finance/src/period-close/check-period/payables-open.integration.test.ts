import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@redress/kernel';
import { messagingMigrations } from '@redress/messaging';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase } from '@redress/testkit';
import fc from 'fast-check';
import { ledgerInMysql } from '../../ledger/adapters/ledger.repository-mysql';
import type { JournalEntry } from '../../ledger/model/journal.model';
import { anEntry } from '../../test-bench/books-office';
import { rowsRead } from '../../test-bench/rows-read';
import { FINDINGS } from './period-findings.query';

const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08'] as const;
/** What the check means: the postings of every month, added up. */
const ADDED_UP = `SELECT p.source_id AS id FROM posting p
  WHERE p.tenant_id = :tenantId AND p.account = 'PAYABLES_TO_COMPLAINANTS' AND p.period <= :period
  GROUP BY p.source_kind, p.source_id, p.currency
  HAVING SUM(CASE WHEN p.side = 'DEBIT' THEN p.amount_minor ELSE -p.amount_minor END) <> 0`;
const KEPT = `SELECT y.source_id AS id, y.currency, y.open_minor AS minor FROM payable y WHERE y.tenant_id = :tenantId
  ORDER BY y.source_id, y.currency`;
const EVERYTHING = `SELECT p.source_id AS id, p.currency,
    SUM(CASE WHEN p.side = 'CREDIT' THEN p.amount_minor ELSE -p.amount_minor END) AS minor FROM posting p
  WHERE p.tenant_id = :tenantId AND p.account = 'PAYABLES_TO_COMPLAINANTS'
  GROUP BY p.source_kind, p.source_id, p.currency ORDER BY p.source_id, p.currency`;

interface Booked {
  readonly source: number;
  readonly owed: boolean;
  readonly minor: number;
  readonly month: (typeof MONTHS)[number];
  readonly currency: string;
  readonly together: boolean;
}

const booked = fc.record<Booked>({
  source: fc.integer({ min: 0, max: 3 }),
  owed: fc.boolean(),
  minor: fc.integer({ min: 1, max: 2 }),
  month: fc.constantFrom(...MONTHS),
  currency: fc.constantFrom('CNY', 'CNY', 'EUR'),
  together: fc.boolean(),
});

/** What a source comes to owe, or what was paid of it. */
function entryOf(id: string, sequence: number, { owed, minor, month, currency }: Omit<Booked, 'source' | 'together'>) {
  const entry = anEntry(`${month}-10T08:00:00Z`, minor, { source: { kind: 'SETTLEMENT', id }, sequence, currency });
  const turned = entry.postings.map((posting): JournalEntry['postings'][number] => ({
    ...posting,
    side: posting.side === 'DEBIT' ? 'CREDIT' : 'DEBIT',
  }));
  return owed ? entry : { ...entry, postings: turned };
}

const MIGRATIONS = join(__dirname, '..', '..', '..', 'migrations');

describe('what is owed at the end of a month', () => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, MIGRATIONS], migrate);
    database = await openDatabase({ url: schema.url, rows: [], poolSize: 4 });
    drop = () => schema.drop();
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const idsOf = async (tenant: string, sql: string, period: string) =>
    (await database.reader(tenant).query<{ id: string }>(sql, { period })).map(({ id }) => id).sort();

  it('is what the postings come to, whatever was booked in which month', async () => {
    const property = fc.asyncProperty(fc.array(booked, { minLength: 1, maxLength: 10 }), async (all) => {
      const tenant = `t-${newId().slice(-12)}`;
      const ids = Array.from({ length: 4 }, () => newId());
      const entries = all.map((each, index) => entryOf(ids[each.source] ?? '', index + 1, each));
      const together = entries.filter((_, index) => all[index]?.together === true);
      await database.transaction(tenant, (tx) => ledgerInMysql.bookMany(tx, together));
      for (const entry of entries.filter((each) => !together.includes(each))) {
        await database.transaction(tenant, (tx) => ledgerInMysql.book(tx, entry));
      }
      for (const month of MONTHS) {
        expect(await idsOf(tenant, FINDINGS.PAYABLES_OPEN, month)).toEqual(await idsOf(tenant, ADDED_UP, month));
      }
      const reader = database.reader(tenant);
      expect(await reader.query(KEPT)).toEqual(await reader.query(EVERYTHING));
    });
    await fc.assert(property, { numRuns: 12, seed: 285 });
  });

  it('is found without reading what was paid long ago', async () => {
    const tenant = `t-${newId().slice(-12)}`;
    const paid = Array.from({ length: 500 }, (_, index) => [newId(), MONTHS[index % 3] ?? MONTHS[0]] as const);
    const plain = { minor: 5, currency: 'CNY' };
    await database.transaction(tenant, (tx) =>
      ledgerInMysql.bookMany(
        tx,
        paid.flatMap(([id, month]) =>
          [true, false].map((owed, index) => entryOf(id, index + 1, { ...plain, owed, month })),
        ),
      ),
    );
    const open = [newId(), newId()].sort();
    for (const id of open) {
      const entry = entryOf(id, 1, { ...plain, owed: true, month: '2026-08' });
      await database.transaction(tenant, (tx) => ledgerInMysql.book(tx, entry));
    }
    await database.system.query('ANALYZE TABLE payable, posting');
    expect(await idsOf(tenant, FINDINGS.PAYABLES_OPEN, '2026-08')).toEqual(open);
    expect(await idsOf(tenant, FINDINGS.PAYABLES_OPEN, '2026-07')).toEqual([]);
    const read = (sql: string, period: string) => rowsRead(database, tenant, (reader) => reader.query(sql, { period }));
    expect(await read(ADDED_UP, '2026-08')).toBeGreaterThan(1_000);
    expect(await read(FINDINGS.PAYABLES_OPEN, '2026-08')).toBeLessThan(100);
    expect(await read(FINDINGS.PAYABLES_OPEN, '2026-07')).toBeLessThan(100);
  });

  it('is there of what was booked before it was kept', async () => {
    const { system } = database;
    const kept = () => system.query('SELECT * FROM payable ORDER BY tenant_id, source_kind, source_id, currency');
    const before = await kept();
    expect(before.length).toBeGreaterThan(500);
    await system.execute('DROP TABLE payable');
    const migration = await readFile(join(MIGRATIONS, '0288-payable.sql'), 'utf8');
    await system.execute(migration.trim().replace(/;$/, ''));
    expect(await kept()).toEqual(before);
  });
});
