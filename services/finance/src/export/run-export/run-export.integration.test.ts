import { newId, systemClock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { migrate, openDatabase, persistenceMigrations } from '@redress/persistence';
import { messagingMigrations } from '@redress/messaging';
import { migratedDatabase } from '@redress/testkit';
import { join } from 'node:path';
import { exportsInMysql } from '../adapters/export.repository-mysql';
import type { Export, ExportFormat, RowFormat } from '../model/export.model';
import type { ExportRepository, LeasedExport } from '../model/export.repository';
import type { RowSource } from '../model/row-source.client';
import { ROW_SOURCES } from '../read-rows/row-sources.query';
import { sha256Of } from '../testing/export-office';
import { madeUpRows } from '../testing/made-up-rows';
import { FILE_FORMATS } from '../write-file/file-formats.mapper';
import { runExport, type RunDependencies } from './run-export.handler';

const ROWS = 137;
const LEASE_MS = 600_000;

function packageInPieces(before: (piece: number) => void): RunDependencies['packageOf'] {
  return async function* pieces() {
    for (let piece = 1; piece <= 12; piece += 1) {
      before(piece);
      yield await Promise.resolve(new Uint8Array(1_000_000).fill(piece));
    }
  };
}

describe('running an export', () => {
  const tenantId = `t-${newId().slice(-12)}`;
  let database: Database;
  let exports: ExportRepository;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const own = join(__dirname, '..', '..', '..', 'migrations');
    const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
    const { url } = schema;
    database = await openDatabase({ url, rows: [], poolSize: 8 });
    exports = exportsInMysql(database);
    drop = () => schema.drop();
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });
  beforeEach(() => database.system.execute('DELETE FROM export_job'));

  const queue = async (format: ExportFormat = 'CSV'): Promise<string> => {
    const id = newId();
    await database.transaction(tenantId, (tx) =>
      exports.add(tx, {
        ...{
          id,
          kind: format === 'ZIP' ? 'MONTH_END_PACKAGE' : 'SETTLEMENTS',
          format,
          locale: 'en',
          request: {},
          requestedBy: 'somebody',
        },
        ...{
          requestedAt: new Date(),
          belowId: newId(),
          state: 'QUEUED',
          rowsDone: 0,
          partsDone: 0,
          bytesDone: 0,
          totals: [],
        },
      }),
    );
    return id;
  };
  const lease = async (): Promise<LeasedExport> => {
    const leased = await exports.lease(LEASE_MS);
    if (leased === undefined) throw new Error('nothing was due');
    return leased;
  };
  const letLeasesRunOut = () => database.system.execute(`UPDATE export_job SET lease_until = '2020-01-01'`);
  const run = (leased: LeasedExport, source: RowSource, changes: Partial<RunDependencies> = {}) =>
    runExport(leased, {
      ...{ database, exports, clock: systemClock, formats: FILE_FORMATS, leaseMs: LEASE_MS, stopping: () => false },
      sources: { ...ROW_SOURCES, SETTLEMENTS: source },
      packageOf: packageInPieces(() => undefined),
      size: { rowsOfPage: 10, rowsOfPart: 25 },
      ...changes,
    });
  const seen = async (id: string): Promise<Export> => {
    const [job] = await exports.find(database.reader(tenantId), [id]);
    if (job === undefined) throw new Error('it is gone');
    return job;
  };
  const contentOf = async (id: string): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for await (const piece of exports.bytes(database.reader(tenantId), id)) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const breakingAtPage = (last: number): RowSource => {
    let pages = 0;
    return madeUpRows(ROWS, () => {
      pages += 1;
      return pages > last ? Promise.reject(new Error('killed')) : Promise.resolve();
    });
  };

  it.each<RowFormat>(['CSV', 'JSONL', 'XLSX'])(
    'that was killed at any page is taken over and gives the same %s file as one that was not',
    async (format) => {
      const whole = await queue(format);
      expect(await run(await lease(), madeUpRows(ROWS))).toBe('COMPLETED');
      const expected = await seen(whole);
      for (const page of [0, 1, 4, 13]) {
        const id = await queue(format);
        await expect(run(await lease(), breakingAtPage(page))).rejects.toThrow('killed');
        expect(await exports.lease(LEASE_MS)).toBeUndefined();
        await letLeasesRunOut();
        expect(await run(await lease(), madeUpRows(ROWS))).toBe('COMPLETED');
        const { sha256, totals, rowsDone, bytesDone } = await seen(id);
        expect({ sha256, totals, rowsDone, bytesDone }).toEqual({
          ...{ sha256: expected.sha256, totals: expected.totals, rowsDone: ROWS, bytesDone: expected.bytesDone },
        });
        expect(sha256Of(await contentOf(id))).toBe(sha256);
      }
    },
  );

  it('that lost its lease keeps nothing more, however late it goes on', async () => {
    const id = await queue();
    const late = await lease();
    let taken: Promise<unknown> | undefined;
    const source = madeUpRows(ROWS, async () => {
      if (taken !== undefined) return;
      await letLeasesRunOut();
      taken = run(await lease(), madeUpRows(ROWS));
      await taken;
    });
    expect(await run(late, source)).toBe('LOST');
    const { state, rowsDone, partsDone } = await seen(id);
    expect({ state, rowsDone, partsDone }).toEqual({ state: 'COMPLETED', rowsDone: ROWS, partsDone: 6 });
  });

  it('that is cancelled stops at its next page and leaves no bytes', async () => {
    const id = await queue();
    let pages = 0;
    const source = madeUpRows(ROWS, async () => {
      pages += 1;
      if (pages === 5) await database.transaction(tenantId, (tx) => exports.cancel(tx, id, new Date()));
    });
    expect(await run(await lease(), source)).toBe('LOST');
    expect(pages).toBe(5);
    expect((await seen(id)).state).toBe('CANCELLED');
    expect(await contentOf(id)).toHaveLength(0);
    expect(await exports.partsOf(database.reader(tenantId), [id])).toEqual([[]]);
  });

  it('is put back by a process that ends, and goes on at once elsewhere', async () => {
    const id = await queue();
    let pages = 0;
    const source = madeUpRows(ROWS, () => Promise.resolve(void (pages += 1)));
    expect(await run(await lease(), source, { stopping: () => pages >= 4 })).toBe('PUT_BACK');
    expect((await seen(id)).partsDone).toBe(1);
    expect(await run(await lease(), madeUpRows(ROWS))).toBe('COMPLETED');
  });

  it('is given to one of many workers', async () => {
    await queue();
    const leases = await Promise.all(Array.from({ length: 8 }, () => exports.lease(LEASE_MS)));
    expect(leases.filter((leased) => leased !== undefined)).toHaveLength(1);
  });

  it('fails after so many attempts without a finished part', async () => {
    const id = await queue();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(run(await lease(), breakingAtPage(0))).rejects.toThrow('killed');
      await letLeasesRunOut();
    }
    expect(await run(await lease(), madeUpRows(ROWS))).toBe('FAILED');
    expect(await seen(id)).toMatchObject({ state: 'FAILED', reason: 'EXPORT_BROKE_OFF' });
  });

  it('fails when a sheet cannot hold the rows', async () => {
    const id = await queue('XLSX');
    expect(await run(await lease(), madeUpRows(1_048_576))).toBe('FAILED');
    expect(await seen(id)).toMatchObject({ state: 'FAILED', reason: 'EXPORT_TOO_LONG_FOR_XLSX', rowsDone: 0 });
  });

  it('of a package that was killed begins anew and gives the same archive', async () => {
    const id = await queue('ZIP');
    const breaking = packageInPieces((piece) => {
      if (piece === 7) throw new Error('killed');
    });
    await expect(run(await lease(), madeUpRows(0), { packageOf: breaking })).rejects.toThrow('killed');
    expect((await seen(id)).partsDone).toBe(1);
    await letLeasesRunOut();
    expect(await run(await lease(), madeUpRows(0))).toBe('COMPLETED');
    const content = await contentOf(id);
    expect(content).toHaveLength(12 * 1_000_000);
    expect((await seen(id)).sha256).toBe(sha256Of(content));
  });

  it('has parts whose hashes are those of their bytes', async () => {
    const id = await queue();
    await run(await lease(), madeUpRows(ROWS));
    const reader = database.reader(tenantId);
    const [parts = []] = await exports.partsOf(reader, [id]);
    expect(parts.map(({ rowCount }) => rowCount)).toEqual([25, 25, 25, 25, 25, 12]);
    for (const { part, sha256, bytes } of parts) {
      const pieces: Buffer[] = [];
      for await (const piece of exports.bytes(reader, id, part)) pieces.push(piece);
      const content = Buffer.concat(pieces);
      expect([sha256Of(content), content.length]).toEqual([sha256, bytes]);
    }
  });
});
