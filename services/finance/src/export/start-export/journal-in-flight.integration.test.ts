import { join } from 'node:path';
import { newId, systemClock } from '@redress/kernel';
import { messagingMigrations } from '@redress/messaging';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { eventually, migratedDatabase } from '@redress/testkit';
import { journalPositionsInMysql } from '../../ledger/adapters/journal-position-mysql';
import { ledgerInMysql } from '../../ledger/adapters/ledger.repository-mysql';
import type { JournalEntry } from '../../ledger/model/journal.model';
import { anEntry } from '../../test-bench/books-office';
import { exportsInMysql } from '../adapters/export.repository-mysql';
import { ROW_SOURCES } from '../read-rows/row-sources.query';
import { runExport } from '../run-export/run-export.handler';
import { FILE_FORMATS } from '../write-file/file-formats.mapper';
import { startExport } from './start-export.handler';

const MOMENT = '2026-11-10T08:00:00Z';
const DAY_MS = 86_400_000;
const LEASE_MS = 600_000;
const WAITING = `SELECT COUNT(*) AS count FROM information_schema.INNODB_TRX
  WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE '%journal_position%'`;

describe('an export of the journal', () => {
  let database: Database;
  let tenantId: string;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const own = join(__dirname, '..', '..', '..', 'migrations');
    const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
    database = await openDatabase({ url: schema.url, rows: [], poolSize: 12 });
    drop = () => schema.drop();
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });
  beforeEach(() => {
    tenantId = `t-${newId().slice(-12)}`;
  });

  async function book(changes: Partial<JournalEntry> = {}): Promise<string> {
    const entry = anEntry(MOMENT, 100, changes);
    await database.transaction(tenantId, (tx) => ledgerInMysql.book(tx, entry));
    return entry.id;
  }
  const start = (afterPosition?: number) => {
    const request = afterPosition === undefined ? {} : { afterPosition };
    const command = { tenantId, subject: 'clerk', idempotencyKey: newId(), request };
    return startExport(
      { ...command, kind: 'JOURNAL', format: 'JSONL', locale: 'en' },
      {
        ...{ database, clock: systemClock, exports: exportsInMysql(database), journal: journalPositionsInMysql },
        wake: () => undefined,
      },
    );
  };
  /** Writes the export that was started, and answers its entries, each as often as it has a first line there. */
  async function written({ outcome }: Awaited<ReturnType<typeof start>>) {
    if (!outcome.ok) throw new Error(outcome.refusals.map(({ code }) => code).join());
    const exports = exportsInMysql(database);
    const leased = await exports.lease(LEASE_MS);
    expect(leased?.exportId).toBe(outcome.value);
    if (leased === undefined) throw new Error('nothing was due');
    const end = await runExport(leased, {
      ...{ database, exports, clock: systemClock, sources: ROW_SOURCES, formats: FILE_FORMATS, leaseMs: LEASE_MS },
      ...{ size: { rowsOfPage: 7, rowsOfPart: 20 }, stopping: () => false },
      packageOf: () => {
        throw new Error('no package was asked for');
      },
    });
    expect(end).toBe('COMPLETED');
    const reader = database.reader(tenantId);
    const pieces: Buffer[] = [];
    for await (const piece of exports.bytes(reader, outcome.value)) pieces.push(piece);
    const lines = Buffer.concat(pieces)
      .toString()
      .split('\n')
      .filter((line) => line !== '');
    const rows = lines.map((line) => JSON.parse(line) as { entry: string; line: number });
    const [job] = await exports.find(reader, [outcome.value]);
    return {
      toPosition: job?.toPosition ?? 0,
      entries: rows.filter(({ line }) => line === 1).map(({ entry }) => entry),
      lines: rows.length,
    };
  }
  const exported = async (afterPosition?: number) => written(await start(afterPosition));

  it.each(['first', 'later'])('waits for the %s booking that is under way, and has it', async (which) => {
    if (which === 'later') await book();
    const entry = anEntry(MOMENT, 100);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let booking: Promise<void> = Promise.resolve();
    try {
      await new Promise<void>((booked) => {
        booking = database.transaction(tenantId, async (tx) => {
          await ledgerInMysql.book(tx, entry);
          booked();
          await held;
        });
      });
      let started = false;
      const starting = start().finally(() => (started = true));
      const isWaiting = async () => (await database.system.query<{ count: string }>(WAITING))[0]?.count !== '0';
      await eventually(async () => started || (await isWaiting()));
      expect(started).toBe(false);
      letGo();
      await booking;
      expect((await written(await starting)).entries).toContain(entry.id);
    } finally {
      letGo();
      await booking;
    }
  });

  it('has what was booked before it and nothing else, whatever the clocks say that made the ids', async () => {
    const early = newId(Date.now() - DAY_MS);
    const ahead = await book({ id: newId(Date.now() + DAY_MS) });
    const first = await exported();
    expect(first).toMatchObject({ entries: [ahead], lines: 2 });
    await book({ id: early });
    const second = await exported(first.toPosition);
    expect(second.entries).toEqual([early]);
    expect((await exported(second.toPosition)).entries).toEqual([]);
    expect((await exported()).entries).toEqual([early, ahead]);
  });

  it('goes on from the one before it, so that each entry is in one of them, whoever books meanwhile', async () => {
    const booked: string[] = [];
    const writers = Array.from({ length: 6 }, async () => {
      for (let count = 1; count <= 8; count += 1) booked.push(await book());
    });
    const all = Promise.all(writers);
    const found: string[] = [];
    let position: number | undefined;
    for (let count = 1; count <= 6; count += 1) {
      const { entries, toPosition } = await exported(position);
      found.push(...entries);
      position = toPosition;
    }
    await all;
    found.push(...(await exported(position)).entries);
    expect([...found].sort()).toEqual([...booked].sort());
  });

  it('is refused behind a position that no export ended at', async () => {
    await book();
    const { toPosition } = await exported();
    for (const position of [-1, 0, toPosition + 100]) {
      const { outcome } = await start(position);
      expect(outcome.ok ? [] : outcome.refusals.map(({ code, path }) => [code, path])).toEqual([
        ['FINANCE_EXPORT_POSITION_UNKNOWN', ['input', 'afterPosition']],
      ]);
    }
  });
});
