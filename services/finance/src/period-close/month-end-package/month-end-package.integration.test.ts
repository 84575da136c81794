import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { buildPrograms } from '../../test-bench/child-process';
import { BooksOffice } from '../../test-bench/books-office';
import { startFinance, type FinanceBench } from '../../test-bench/finance-bench';
import { startSimulator, type SimulatorProcess } from '../../test-bench/simulator-process';
import { tenantCalendarInMysql } from '../../tenant-calendar/adapters/tenant-calendar-mysql';
import type { StartOfDay } from '../check-period/check-period.policy';
import { csvLine } from './csv-line.model';
import { writeMonthEndPackage } from './month-end-package.query';

describe('the package of a month', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: BooksOffice;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
    office = new BooksOffice(bench);
    for (let day = 1; day <= 9; day += 1) await office.book(`2026-09-0${day}T08:00:00Z`, day * 100);
    await office.book('2026-10-02T08:00:00Z', 77, { memo: '=HYPERLINK("x"), "quoted"\nand more' });
    await office.act('closePeriod', 'ClosePeriodInput', 'replayed', { period: '2026-09', expectedVersion: 0 });
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  async function written(period: string): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    const startOfDay: StartOfDay = (reader, day) => tenantCalendarInMysql.startOfDay(reader, day);
    const reader = bench.database.reader(office.tenant);
    for await (const piece of writeMonthEndPackage(reader, period, startOfDay)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
  const opened = async (period: string): Promise<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(unzipSync(await written(period))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
    );

  it('is the same to the byte each time', async () => {
    expect((await written('2026-09')).equals(await written('2026-09'))).toBe(true);
  });

  it('contains every entry of the month and no other, and the hashes of all of its files', async () => {
    const files = await opened('2026-09');
    const manifest = JSON.parse(files['manifest.json'] ?? '') as {
      files: { file: string; rows: number; sha256: string }[];
    };
    expect(manifest.files.map(({ file, rows }) => [file, rows])).toEqual([
      ['ledger.csv', 18],
      ['trial-balance.csv', 2],
      ['open-items.csv', 9],
      ['receivables.csv', 0],
      ['reconciliations.csv', 0],
      ['period-acts.csv', 1],
    ]);
    for (const { file, sha256 } of manifest.files) {
      expect(
        createHash('sha256')
          .update(files[file] ?? '')
          .digest('hex'),
      ).toBe(sha256);
    }
    expect(files['trial-balance.csv']).toContain(
      'GOODWILL_EXPENSE,EXPENSE,Goodwill,商誉补偿,,CNY,0.00,45.00,0.00,45.00',
    );
    expect(files['trial-balance.csv']).toContain(
      'PAYABLES_TO_COMPLAINANTS,LIABILITY,Payables to complainants,应付投诉人款,,CNY,0.00,0.00,45.00,-45.00',
    );
  });

  it('says whether the books of the month are final', async () => {
    const manifests = [await opened('2026-09'), await opened('2026-10')].map((files) => files['manifest.json'] ?? '');
    expect(manifests.map((manifest) => (JSON.parse(manifest) as { final: boolean }).final)).toEqual([true, false]);
  });

  it('changes when anything in the month was changed', async () => {
    const before = await written('2026-09');
    await office.tamper(
      "UPDATE posting SET cause = 'x' WHERE tenant_id = :tenant AND period = '2026-09' AND amount_minor = 300",
    );
    expect((await written('2026-09')).equals(before)).toBe(false);
    await office.tamper(
      "UPDATE posting SET cause = NULL WHERE tenant_id = :tenant AND period = '2026-09' AND amount_minor = 300",
    );
    expect((await written('2026-09')).equals(before)).toBe(true);
  });

  it('keeps text from being run as a formula, and quotes what has commas, quotes or line breaks', async () => {
    expect((await opened('2026-10'))['ledger.csv']).toContain(`"'=HYPERLINK(""x""), ""quoted""\nand more"`);
    expect(csvLine(['-1.50', '-x', 'a,b', null, 7n])).toBe(`-1.50,'-x,"a,b",,7\r\n`);
  });
});
