import { newId } from '@redress/kernel';
import writeXlsxFile from 'write-excel-file/node';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { ReturnsOffice } from '../test-bench/returns-office';
import type { Imported } from '../test-bench/returns-seen';

const HEADER = 'receipt,date,quantity,return,order,line,product';
const csv = (...rows: readonly string[]) => Buffer.from([HEADER, ...rows].join('\r\n'));
const statuses = (file: Imported) => file.import?.rows.map(({ row, status }) => [row, status]);

describe('files of receipts', () => {
  let bench: FinanceBench;
  let office: ReturnsOffice;
  let orderNumber: string;
  let received: () => Promise<readonly string[]>;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false });
  });
  afterAll(() => bench.stop());
  beforeEach(async () => {
    office = new ReturnsOffice(bench);
    orderNumber = await office.bought(['10', '100.00'], ['10', '200.00']);
    const { settlement } = await office.promised(
      [
        { orderNumber, quantity: '10', minor: 10_000 },
        { orderNumber, lineNumber: 2, quantity: '10', minor: 20_000 },
      ],
      { regulated: false },
    );
    received = async () => (await office.returnOf(settlement)).lines.map((line) => line.received);
  });

  it('are taken in row by row; rows of one receipt need not stand together', async () => {
    const file = await office.importFile({
      format: 'CSV',
      content: csv(
        `GR-1,2026-11-02,2,,${orderNumber},1,`,
        `GR-2,2026-11-03T10:00:00+08:00,3.5,,${orderNumber},1,`,
        `GR-1,2026-11-02,4,,${orderNumber},2,`,
      ),
    });
    expect(file).toMatchObject({ existed: false, import: { done: true }, userErrors: [] });
    expect(statuses(file)).toEqual([
      [2, 'RECORDED'],
      [3, 'RECORDED'],
      [4, 'RECORDED'],
    ]);
    expect(await received()).toEqual(['5.5', '4']);
  });

  it('change nothing when they come again: the same file, its rows shuffled, or one more row', async () => {
    const rows = [`GR-1,2026-11-02,2,,${orderNumber},1,`, `GR-1,2026-11-02,4,,${orderNumber},2,`];
    const [first = '', second = ''] = rows;
    const key = newId();
    const before = await office.importFile({ format: 'CSV', content: csv(first, second), key });
    const replayed = await office.importFile({ format: 'CSV', content: csv(first, second), key });
    const again = await office.importFile({ format: 'CSV', content: csv(first, second) });
    expect([replayed, again].map((file) => file.import)).toEqual([before.import, before.import]);
    expect(again.existed).toBe(true);
    const shuffled = await office.importFile({ format: 'CSV', content: csv(second, first) });
    expect(statuses(shuffled)).toEqual([
      [2, 'EXISTED'],
      [3, 'EXISTED'],
    ]);
    const longer = await office.importFile({
      format: 'CSV',
      content: csv(second, first, `GR-3,2026-11-04,1,,${orderNumber},2,`),
    });
    expect(statuses(longer)).toEqual([
      [2, 'EXISTED'],
      [3, 'EXISTED'],
      [4, 'RECORDED'],
    ]);
    const told = await office.receive([{ orderNumber, lineNumber: 2, quantity: '1' }], {
      ...{ reference: 'GR-3', receivedAt: '2026-11-04T00:00:00.000Z' },
    });
    expect(told).toMatchObject({ existed: true, userErrors: [] });
    expect(await received()).toEqual(['2', '5']);
  });

  it('are counted once when they are sent at the same time', async () => {
    const content = csv(`GR-1,2026-11-02,2,,${orderNumber},1,`, `GR-2,2026-11-02,3,,${orderNumber},1,`);
    const files = await Promise.all([1, 2, 3].map(() => office.importFile({ format: 'CSV', content })));
    expect(new Set(files.map((file) => file.import?.id)).size).toBe(1);
    expect(await received()).toEqual(['5', '0']);
  });

  it('refuse a receipt with what cannot be read, and take in the others', async () => {
    await office.receive([{ orderNumber, lineNumber: 1, quantity: '9' }], { reference: 'GR-9' });
    const file = await office.importFile({
      format: 'CSV',
      content: csv(
        `GR-1,2026-02-30,2,,${orderNumber},1,`,
        `GR-1,2026-11-02,2,,${orderNumber},1,`,
        `GR-2,2026-11-02,-1,,${orderNumber},1,`,
        `GR-9,2026-11-02,1,,${orderNumber},1,`,
        `GR-4,2026-11-02,1,,${orderNumber},1,`,
        'GR-5,2026-11-02,1,,,,',
      ),
    });
    expect(file.import?.rows.map(({ status, userErrors: [error] }) => error?.code ?? status)).toEqual([
      'FINANCE_RECEIPT_VALUE_UNREADABLE',
      'FINANCE_RECEIPT_ROWS_DISAGREE',
      'FINANCE_RECEIPT_VALUE_UNREADABLE',
      'FINANCE_RECEIPT_CONFLICT',
      'RECORDED',
      'FINANCE_RECEIPT_GOODS_UNNAMED',
    ]);
    expect(await received()).toEqual(['10', '0']);
  });

  it('are refused as a whole without the columns that were named, or when they are no such file', async () => {
    const codes = async (file: Promise<Imported>) => (await file).userErrors.map(({ code }) => code);
    const other = Buffer.from('receipt,date\nGR-1,2026-11-02');
    expect(await codes(office.importFile({ format: 'CSV', content: other }))).toEqual(
      Array(5).fill('FINANCE_RECEIPT_COLUMN_MISSING'),
    );
    expect(await codes(office.importFile({ format: 'XLSX', content: other }))).toEqual([
      'FINANCE_RECEIPT_FILE_UNREADABLE',
    ]);
    const long = csv(...Array.from({ length: 2_001 }, (_, index) => `GR-${String(index)},2026-11-02,1,,O,1,`));
    expect(await codes(office.importFile({ format: 'CSV', content: long }))).toEqual([
      'FINANCE_RECEIPT_FILE_TOO_LARGE',
    ]);
  });

  it('may be workbooks, with days and numbers as such', async () => {
    const names = ['receipt', 'date', 'quantity', 'return', 'order', 'line', 'product'];
    const row = (reference: string, quantity: number, line: number) => [
      ...[{ value: reference }, { value: new Date('2026-11-02T00:00:00.000Z'), type: Date, format: 'yyyy-mm-dd' }],
      ...[{ value: quantity, type: Number }, null, { value: orderNumber }, { value: line, type: Number }, null],
    ];
    const data = [names.map((value) => ({ value })), row('GR-1', 2.25, 1), row('GR-2', 3, 2)];
    const content = await writeXlsxFile(data as never).toBuffer();
    const file = await office.importFile({ format: 'XLSX', content });
    expect(file.userErrors).toEqual([]);
    expect(statuses(file)).toEqual([
      [2, 'RECORDED'],
      [3, 'RECORDED'],
    ]);
    expect(await received()).toEqual(['2.25', '3']);
  });

  it('may be written as offices in China write them', async () => {
    const names = { reference: '收货单', receivedAt: '日期', quantity: '实收', orderNumber: '订单', lineNumber: '行' };
    // "收货单;日期;实收;订单;行" in GB 18030.
    const header = Buffer.from('cad5bbf5b5a53bc8d5c6da3bcab5cad53bb6a9b5a53bd0d0', 'hex');
    const content = Buffer.concat([header, Buffer.from(`\r\nGR-1;2026/11/2;2;${orderNumber};1\r\n`)]);
    const file = await office.importFile({ format: 'CSV', content, columns: names });
    expect(statuses(file)).toEqual([[2, 'RECORDED']]);
    expect(await received()).toEqual(['2', '0']);
  });
});
