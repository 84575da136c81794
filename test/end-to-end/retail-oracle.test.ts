import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import { parse } from 'csv-parse/sync';
import { foundOrganisation, type Organisation } from '../support/organisation';

const ROOT = join(__dirname, '..', '..');
const FILE = join(ROOT, 'test', 'fixtures', 'retail', 'online-retail-even-customers.csv.gz');

type Row = Readonly<Record<'InvoiceNo' | 'StockCode' | 'Quantity' | 'UnitPrice' | 'CustomerID', string>>;

interface Page {
  readonly purchases: {
    readonly totalCount: { readonly value: number; readonly exact: boolean };
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly {
      readonly orderNumber: string;
      readonly lines: readonly {
        readonly product: string;
        readonly quantity: string;
        readonly returnableQuantity: string;
        readonly paid: { readonly minorUnits: string };
        readonly remaining: { readonly minorUnits: string };
      }[];
    }[];
  };
}

const PURCHASES = `query ($after: String) { purchases(first: 25, after: $after, orderBy: PLACED_AT_ASC) {
  totalCount { value exact } pageInfo { hasNextPage endCursor }
  nodes { orderNumber lines { product quantity returnableQuantity paid { minorUnits } remaining { minorUnits } } } } }`;
const PLAN = `query ($input: ReturnPlanInput!) { returnPlan(input: $input) { exceedsBy parts { orderNumber } } }`;

describe('importing the orders of a retailer through the public graph', () => {
  const rows = parse(gunzipSync(readFileSync(FILE)), { columns: true, bom: true }) as unknown as readonly Row[];
  const bought = rows.filter(({ InvoiceNo }) => !InvoiceNo.startsWith('C'));
  const scratch = mkdtempSync(join(tmpdir(), 'redress-retail-'));
  let system: ReachedSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await sharedTestSystem();
    organisation = await foundOrganisation(system);
    writeFileSync(join(scratch, 'retail.csv'), gunzipSync(readFileSync(FILE)));
  }, 180_000);

  afterAll(async () => {
    rmSync(scratch, { recursive: true, force: true });
    await system?.stop();
  }, 180_000);

  async function importFile(): Promise<string> {
    const { stderr } = await promisify(execFile)(
      process.execPath,
      [
        join(ROOT, 'packages', 'importer', 'dist', 'main.js'),
        ...['purchases', join(scratch, 'retail.csv')],
        ...['--tenant', organisation.tenant, '--mapping', 'online-retail', '--url', system.url],
        ...['--token', organisation.people.agent.token, '--rejects', join(scratch, 'rejects.csv')],
      ],
      { cwd: scratch },
    );
    return stderr;
  }

  const pence = ({ Quantity, UnitPrice }: Row) => BigInt(Quantity) * BigInt(Math.round(Number(UnitPrice) * 100));

  it('opens a ceiling of quantity and money for each of 20,181 lines, and adds nothing the second time', async () => {
    expect(await importFile()).toContain('20661 rows: 892 orders entered, 0 there already, 0 lines bad');
    expect(await importFile()).toContain('20661 rows: 0 orders entered, 892 there already, 0 lines bad');
    let after: string | null = null;
    let [lines, paid, quantity] = [0, 0n, 0];
    do {
      const { purchases }: Page = await organisation.people.auditor.read<Page>(PURCHASES, { after });
      expect(purchases.totalCount).toEqual({ value: 892, exact: true });
      for (const line of purchases.nodes.flatMap((order) => order.lines)) {
        expect([line.returnableQuantity, line.remaining]).toEqual([line.quantity, line.paid]);
        [lines, paid, quantity] = [lines + 1, paid + BigInt(line.paid.minorUnits), quantity + Number(line.quantity)];
      }
      after = purchases.pageInfo.hasNextPage ? purchases.pageInfo.endCursor : null;
    } while (after !== null);
    expect(lines).toBe(bought.length);
    expect(paid).toBe(bought.reduce((sum, row) => sum + pence(row), 0n));
    expect(quantity).toBe(bought.reduce((sum, row) => sum + Number(row.Quantity), 0));
  }, 240_000);

  it('plans returns on what was bought, finds what exceeds it, and what was never bought', async () => {
    const [line] = bought;
    if (line === undefined) throw new Error('nothing was bought');
    const plan = async (changes: object) => {
      const input = { customerExternalRef: line.CustomerID, product: line.StockCode, quantity: '1' };
      const amount = { amount: line.UnitPrice, currency: 'GBP' };
      type Data = { returnPlan: { exceedsBy: string; parts: { orderNumber: string }[] } };
      return (await organisation.people.handler.read<Data>(PLAN, { input: { ...input, amount, ...changes } }))
        .returnPlan;
    };
    const all = bought
      .filter(({ CustomerID, StockCode }) => CustomerID === line.CustomerID && StockCode === line.StockCode)
      .reduce((sum, { Quantity }) => sum + Number(Quantity), 0);
    expect(await plan({})).toMatchObject({ exceedsBy: '0', parts: [{}] });
    expect(await plan({ quantity: String(all + 2) })).toMatchObject({ exceedsBy: '2' });
    expect(await plan({ product: 'never sold' })).toEqual({ exceedsBy: '1', parts: [] });
  }, 180_000);
});
