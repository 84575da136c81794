import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startFakeEndpoint, type FakeEndpoint } from '../testing/fake-endpoint';
import { readArguments } from './arguments';
import { importCommand, type CommandEnd } from './import-command';

const RETAIL = join(
  ...[__dirname, '..', '..', '..', '..', 'test', 'fixtures', 'retail', 'online-retail-even-customers.csv.gz'],
);
const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const line = (invoice: string, product: string, quantity = '2', price = '1.50') =>
  `${invoice},${product},a ${product},${quantity},12/1/2010 13:04,${price},12662,Germany`;

interface SentOrder {
  readonly orderNumber: string;
  readonly placedAt: string;
  readonly lines: readonly { readonly lineNumber: number; readonly product: string; readonly paid: object }[];
}

let endpoint: FakeEndpoint;
let directory: string;
let said: string[];
beforeEach(async () => {
  endpoint = await startFakeEndpoint();
  directory = await mkdtemp(join(tmpdir(), 'redress-importer-'));
  said = [];
});
afterEach(async () => {
  await endpoint.close();
  await rm(directory, { recursive: true, force: true });
});

const run = (
  file: string,
  more: readonly string[] = [],
  signal = new AbortController().signal,
): Promise<CommandEnd> => {
  const where = ['--tenant', 'acme', '--mapping', 'online-retail', '--url', endpoint.url, '--token', 't'];
  const display = {
    say: (text: string) => void said.push(text),
    start: () => undefined,
    update: () => undefined,
    stop: () => undefined,
  };
  const args = readArguments(['purchases', file, ...where, ...more]);
  return importCommand(args, { environment: {}, stateDirectory: directory, signal, display });
};
const aFile = async (...lines: string[]) => {
  const path = join(directory, 'file.csv');
  await writeFile(path, `${[HEADER, ...lines].join('\n')}\n`);
  return path;
};
const rejects = () => readFile(join(directory, 'rejects.csv'), 'utf8');
const orders = () => endpoint.batches.flatMap((batch) => batch.rows as unknown as SentOrder[]);

describe('import of orders', () => {
  it('sends each order of a real retailer once, with all of its lines, and no cancellation', async () => {
    const path = join(directory, 'retail.csv');
    await writeFile(path, gunzipSync(await readFile(RETAIL)));
    expect(await run(path)).toBe('ALL_READ');
    expect(orders()).toHaveLength(892);
    expect(orders().reduce((sum, { lines }) => sum + lines.length, 0)).toBe(20_181);
    expect(orders().some(({ orderNumber }) => orderNumber.startsWith('C'))).toBe(false);
    expect(Math.max(...endpoint.batches.map(({ bytes }) => bytes))).toBeLessThan(100_000);
    const [first] = orders();
    expect(first).toMatchObject({
      orderNumber: '536527',
      placedAt: '2010-12-01T13:04:00.000Z',
      customerExternalRef: '12662',
    });
    expect(first?.lines.map(({ lineNumber }) => lineNumber)).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    );
    expect(first?.lines[0]).toMatchObject({
      product: '22809',
      quantity: '6',
      paid: { amount: '17.7', currency: 'GBP' },
    });
    expect(said.join('\n')).toContain('20661 rows: 892 orders entered, 0 there already, 0 lines bad');
    expect(await run(path)).toBe('ALL_READ');
    expect(said.join('\n')).toContain('20661 rows: 0 orders entered, 892 there already, 0 lines bad');
  });

  it('notes a refusal at the line and column that it is about, and all lines of an order of which one cannot be read', async () => {
    const file = await aFile(
      line('1', 'a'),
      line('with space', 'b'),
      line('with space', 'c'),
      line('3', 'd'),
      line('3', 'e', 'many'),
      line('C9', 'z', '-1'),
      line('4', 'f'),
    );
    expect(await run(file, ['--rejects', join(directory, 'rejects.csv')])).toBe('SOME_REJECTED');
    expect((await rejects()).trim().split('\n')).toEqual([
      'line,column,reason',
      '4,paid,externalId is not well-formed.',
      '5,,belongs to an order with a bad line',
      '6,Quantity,is not a plain number of zero or more',
    ]);
    expect(orders().map(({ orderNumber }) => orderNumber)).toEqual(['1', 'with space', '4']);
  });

  it('goes on after the last whole order of an interrupted import', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => line(`O${Math.floor(index / 3)}`, `p${index}`));
    const file = await aFile(...lines, line('C1', 'p1', '-1'));
    const interruption = new AbortController();
    endpoint.behave(() => {
      if (endpoint.batches.length === 2) interruption.abort();
      return undefined;
    });
    const more = ['--batch-rows', '2', '--in-flight', '1'];
    expect(await run(file, more, interruption.signal)).toBe('INTERRUPTED');
    expect(orders().map(({ orderNumber }) => orderNumber)).toEqual(['O0', 'O1', 'O2', 'O3']);
    endpoint.batches.length = 0;
    endpoint.behave(() => undefined);
    expect(await run(file, more)).toBe('ALL_READ');
    expect(said).toContain('Going on after 12 rows of an interrupted import.');
    expect(orders().map(({ orderNumber }) => orderNumber)).toEqual(['O4', 'O5', 'O6', 'O7', 'O8', 'O9']);
    expect(orders().every(({ lines: own }) => own.length === 3)).toBe(true);
    expect(said.join('\n')).toContain('31 rows: 10 orders entered');
  });
});
