import { newId } from '@redress/kernel';
import { unzipSync } from 'fflate';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { exportsInMysql } from './adapters/export.repository-mysql';
import { ExportOffice, sha256Of } from './testing/export-office';

describe('exports', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;
  let staff: ExportOffice;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
    office = new FinanceOffice(bench);
    staff = new ExportOffice(bench, office);
    const [yuan, yen] = [await office.order('900.00'), await office.order('5000', 'JPY')];
    const fakeCase = office.openCase();
    const resolutionId = await fakeCase.approveResolution([
      ...[100, 250, 399].map((minor) => FakeCase.remedy(minor, { orderNumber: yuan })),
      FakeCase.remedy(1, { orderNumber: yen, amount: { amountMinor: '4800', currency: 'JPY' } }),
    ]);
    await fakeCase.consent(resolutionId);
    const [first] = await office.settled(fakeCase, 4, 'RELEASED');
    if (first !== undefined) await office.approve(first);
    await office.settled(fakeCase, 4, 'RELEASED', 'COMPLETED');
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  const linesOf = (content: Buffer) => content.toString('utf8').trimEnd().split('\n');
  const recount = async () =>
    bench.database.reader(office.tenant).query<{ currency: string; sum: string; count: string }>(
      `SELECT s.currency, SUM(s.amount_minor) AS sum, COUNT(*) AS count FROM settlement s
       WHERE s.tenant_id = :tenantId GROUP BY s.currency ORDER BY s.currency`,
    );

  it('write every settlement, with totals and a hash that hold for what is fetched', async () => {
    const done = await staff.completed({ format: 'JSONL' });
    const { status, content, headers } = await staff.fetch(done.downloadUrl);
    expect(status).toBe(200);
    expect(sha256Of(content)).toBe(done.sha256);
    expect(headers.get('etag')).toBe(`"${done.sha256 ?? ''}"`);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename\*=UTF-8''settlements-\d{4}-\d\d-\d\d\.jsonl$/,
    );
    expect(String(content.length)).toBe(done.bytes);
    const rows = linesOf(content).map((line) => JSON.parse(line) as { amount: string; currency: string });
    expect(rows.map(({ amount, currency }) => `${amount} ${currency}`).sort()).toEqual([
      '1.00 CNY',
      '2.50 CNY',
      '3.99 CNY',
      '4800 JPY',
    ]);
    expect(done).toMatchObject({ rowsDone: '4', rowsEstimated: '4' });
    expect(done.controlTotals).toEqual([
      { measure: 'AMOUNT', rows: 3, amount: { amount: '7.49', currency: 'CNY' } },
      { measure: 'AMOUNT', rows: 1, amount: { amount: '4800', currency: 'JPY' } },
    ]);
    expect(await recount()).toEqual([
      { currency: 'CNY', sum: '749', count: '3' },
      { currency: 'JPY', sum: '4800', count: '1' },
    ]);
  });

  it('take the conditions of the list, and the columns that are asked for, with a head in the reader’s language', async () => {
    const input = { settlements: { currency: { eq: 'JPY' } }, columns: ['CURRENCY', 'AMOUNT', 'STATE'] };
    const done = await staff.completed(input, 'zh-CN');
    const { content } = await staff.fetch(done.downloadUrl);
    expect(content.toString('utf8')).toBe('\uFEFF币种,金额,状态\r\nJPY,4800,RELEASED\r\n');
  });

  it('write the journal so that debit and credit come to the same', async () => {
    const done = await staff.completed({ kind: 'JOURNAL' });
    const [credit, debit] = done.controlTotals;
    expect([credit?.measure, debit?.measure]).toEqual(['CREDIT', 'DEBIT']);
    expect(credit?.amount).toEqual(debit?.amount);
    expect(Number(done.rowsDone)).toBeGreaterThan(0);
  });

  it('go on from an earlier export of the journal, and from none that there was not', async () => {
    const first = await staff.completed({ kind: 'JOURNAL' });
    const next = await staff.completed({ kind: 'JOURNAL', afterPosition: first.toPosition });
    expect(first.afterPosition).toBeNull();
    expect(next).toMatchObject({ rowsDone: '0', afterPosition: first.toPosition });
    expect(next.toPosition).toBeGreaterThan(first.toPosition ?? Infinity);
    const refusalOf = async (input: object) => (await staff.start(input)).userErrors.map(({ code }) => code);
    expect(await refusalOf({ kind: 'JOURNAL', afterPosition: 1_000_000 })).toEqual(['FINANCE_EXPORT_POSITION_UNKNOWN']);
    expect(await refusalOf({ kind: 'PAYMENTS', afterPosition: 1 })).toEqual(['FINANCE_EXPORT_CONDITION_UNUSED']);
    expect((await staff.completed({})).toPosition).toBeNull();
  });

  it('write payouts and orders', async () => {
    const payments = await staff.completed({ kind: 'PAYMENTS', format: 'JSONL' });
    const [paid] = linesOf((await staff.fetch(payments.downloadUrl)).content);
    expect(JSON.parse(paid ?? '')).toMatchObject({
      amount: expect.any(String) as string,
      state: 'SUCCEEDED',
      sequence: 1,
    });
    const purchases = await staff.completed({ kind: 'PURCHASES', format: 'CSV', currency: 'CNY' });
    expect(purchases.controlTotals).toEqual([
      { measure: 'AMOUNT', rows: 1, amount: { amount: '900.00', currency: 'CNY' } },
    ]);
  });

  it('write lines that may come back', async () => {
    const { rowsDone, controlTotals } = await staff.completed({ kind: 'RETURNS', from: '2020-01-01T00:00:00.000Z' });
    expect({ rowsDone, controlTotals }).toEqual({ rowsDone: '0', controlTotals: [] });
  });

  it('write the package of a month as one archive', async () => {
    const month = new Date().toISOString().slice(0, 7);
    const done = await staff.completed({ kind: 'MONTH_END_PACKAGE', format: 'ZIP', bookedIn: month });
    const { content, headers } = await staff.fetch(done.downloadUrl);
    expect(sha256Of(content)).toBe(done.sha256);
    expect(headers.get('content-disposition')).toContain(`month-end-${month}.zip`);
    expect(Object.keys(unzipSync(content))).toContain('manifest.json');
  });

  it('are files without rows where nothing fulfils the conditions', async () => {
    const settlements = { state: { eq: 'FAILED' } };
    const nothing = await staff.completed({ format: 'JSONL', settlements });
    const { status, content } = await staff.fetch(nothing.downloadUrl);
    expect([status, content.length]).toEqual([200, 0]);
    expect(nothing).toMatchObject({ rowsDone: '0', controlTotals: [], sha256: sha256Of(Buffer.alloc(0)) });
    const head = await staff.completed({ settlements, columns: ['NUMBER'] });
    expect((await staff.fetch(head.downloadUrl)).content.toString('utf8')).toBe('\uFEFFNumber\r\n');
  });

  it('use a saved view', async () => {
    const save = `mutation ($input: SaveSettlementViewInput!) { saveSettlementView(input: $input) { view { id } } }`;
    const view = { idempotencyKey: newId(), name: 'yen', where: { currency: { eq: 'JPY' } }, columns: ['AMOUNT'] };
    const person = office.as('finance', { subject: 'exporter' });
    type Data = { saveSettlementView: { view: { id: string } } };
    const { data } = await bench.ask<Data>(person, save, { input: view });
    const done = await staff.completed({ view: data.saveSettlementView.view.id });
    expect((await staff.fetch(done.downloadUrl)).content.toString('utf8')).toBe('\uFEFFAmount\r\n4800\r\n');
  });

  it('are started once for a key, and refuse what they cannot do', async () => {
    const key = newId();
    const [one, other] = [await staff.start({ idempotencyKey: key }), await staff.start({ idempotencyKey: key })];
    expect(other).toMatchObject({ replayed: true, export: { id: one.export?.id } });
    const refusalOf = async (input: object) => (await staff.start(input)).userErrors.map(({ code }) => code);
    expect(await refusalOf({ idempotencyKey: key, kind: 'JOURNAL' })).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(await refusalOf({ kind: 'PURCHASES', settlements: {} })).toEqual(['FINANCE_EXPORT_CONDITION_UNUSED']);
    expect(await refusalOf({ view: 'nonsense' })).toEqual(['NOT_FOUND']);
    expect(await refusalOf({ format: 'ZIP' })).toEqual(['FINANCE_EXPORT_FORMAT_UNUSED']);
    const month = { kind: 'MONTH_END_PACKAGE', format: 'ZIP' };
    expect(await refusalOf(month)).toEqual(['FINANCE_EXPORT_MONTH_REQUIRED']);
    expect(await refusalOf({ ...month, bookedIn: '2026-13' })).toEqual(['INPUT_INVALID']);
    await expect(staff.start({ settlements: { age: { atLeastDays: -1 } } })).rejects.toThrow('FILTER_INVALID');
    expect((await staff.cancel('nonsense')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await staff.ended(one.export?.id ?? '', 'COMPLETED');
    expect((await staff.cancel(one.export?.id ?? '')).userErrors).toMatchObject([{ code: 'FINANCE_EXPORT_FINISHED' }]);
  });

  it('are for those who read the books, and for nobody of another organisation', async () => {
    const done = await staff.completed({});
    for (const person of [office.as('agent'), office.as('customer', { customer: newId() })]) {
      await expect(staff.start({}, person)).rejects.toThrow('FORBIDDEN');
      expect((await staff.list(person)).codes).toEqual(['FORBIDDEN']);
      expect(await staff.see(done.id, person)).toBeNull();
    }
    const stranger = { tenant: `t-${newId().slice(-8)}`, role: 'admin' as const };
    expect(await staff.see(done.id, stranger)).toBeNull();
    expect((await staff.list(stranger)).data.exports.nodes).toEqual([]);
    expect((await staff.cancel(done.id, stranger)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await staff.list(office.as('auditor'))).data.exports.nodes.map(({ id }) => id)).toContain(done.id);
  });

  it('are fetched by nobody without the very address', async () => {
    const done = await staff.completed({});
    const altered = (done.downloadUrl ?? '').replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'));
    expect((await staff.fetch(altered)).status).toBe(404);
    expect((await staff.fetch(done.downloadUrl, '?part=2')).status).toBe(404);
  });

  it('are deleted when their time is over, each by itself', async () => {
    const [first, second] = [await staff.completed({}), await staff.completed({ format: 'JSONL' })];
    await bench.database.system.execute(
      `UPDATE export_job SET expires_at = '2020-01-01' WHERE tenant_id = :tenantId AND sha256 IN (:digests)`,
      { tenantId: office.tenant, digests: [first.sha256 ?? '', second.sha256 ?? ''] },
    );
    const states = async () =>
      (await Promise.all([first, second].map(({ id }) => staff.see(id)))).map((it) => it?.state);
    // The first that is looked at fails once.
    let failures = 1;
    const { database } = bench;
    const transaction: typeof database.transaction = (tenantId, work) =>
      failures-- > 0 ? Promise.reject(new Error('unreadable')) : database.transaction(tenantId, work);
    const failed: string[] = [];
    const note = (exportId: string): void => {
      failed.push(exportId);
    };
    await exportsInMysql({ ...database, transaction }).expire(50, note);
    expect(failed).toHaveLength(1);
    // The same content may have been exported before, so that the one that failed need be neither of the two.
    expect((await states()).filter((state) => state === 'COMPLETED').length).toBeLessThanOrEqual(1);
    await exportsInMysql(database).expire(50, note);
    expect([failed.length, await states()]).toEqual([1, ['EXPIRED', 'EXPIRED']]);
    expect((await staff.fetch(first.downloadUrl)).status).toBe(410);
    const [chunks] = await database.system.query<{ count: string }>(
      `SELECT COUNT(*) AS count FROM export_chunk c JOIN export_job j ON j.tenant_id = c.tenant_id AND j.id = c.export_id
       WHERE j.state = 'EXPIRED'`,
    );
    expect(chunks?.count).toBe('0');
  });
});
