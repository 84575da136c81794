import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually, startTestSystem, type TestSystem } from '@redress/testkit';
import { parse } from 'csv-parse/sync';
import { foundOrganisation, type Organisation } from '../support/organisation';

const ROOT = join(__dirname, '..', '..');
const FILE = join(ROOT, 'test', 'fixtures', 'cfpb', 'complaints.csv');
const CHANNELS: Readonly<Record<string, string>> = {
  Web: 'WEB_FORM',
  Referral: 'REFERRAL',
  Phone: 'PHONE',
  'Postal mail': 'LETTER',
  Fax: 'FAX',
  Email: 'EMAIL',
};

type Row = Readonly<Record<string, string>>;
type Counts = Readonly<Record<string, number>>;

/** Counts rows of the file by a column's words. */
function countBy(rows: readonly Row[], key: (row: Row) => string): Counts {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}

describe('importing the complaints of the CFPB', () => {
  const rows = parse(readFileSync(FILE), { columns: true }) as readonly Row[];
  const scratch = mkdtempSync(join(tmpdir(), 'redress-import-'));
  let system: TestSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await startTestSystem();
    organisation = await foundOrganisation(system);
  }, 180_000);

  afterAll(async () => {
    rmSync(scratch, { recursive: true, force: true });
    await system?.stop();
  }, 60_000);

  async function importFile(): Promise<void> {
    await promisify(execFile)(
      process.execPath,
      [
        join(ROOT, 'packages', 'importer', 'dist', 'main.js'),
        FILE,
        ...['--tenant', organisation.tenant, '--mapping', 'cfpb', '--url', system.url],
        ...['--token', organisation.people.agent.token, '--rejects', join(scratch, 'rejects.csv')],
      ],
      { cwd: scratch },
    );
  }

  /** Figures by one dimension, one metric after the other. */
  async function figures(dimension: string, metric: string): Promise<Counts> {
    const { metrics } = await organisation.people.analyst.read<{
      metrics: { rows: { keys: [{ value: string | null }]; values: [{ value: string }] }[] };
    }>(
      `{ metrics(query: { metrics: [${metric}], groupBy: [${dimension}] }) { rows { keys { value } values { value } } } }`,
    );
    return Object.fromEntries(
      metrics.rows
        .map(({ keys, values }): [string, number] => [keys[0].value ?? '', Number(values[0].value)])
        .filter(([, count]) => count > 0),
    );
  }

  const closedInFile = rows.filter((row) => row['Company response to consumer']?.startsWith('Closed')).length;

  async function allClosed(): Promise<void> {
    await eventually(
      async () => {
        const closed = await figures('CHANNEL', 'CASES_CLOSED');
        const total = Object.values(closed).reduce((sum, count) => sum + count, 0);
        if (total !== closedInFile) throw new Error(`${total} of ${closedInFile} are closed`);
        return true;
      },
      { timeoutMs: 120_000, intervalMs: 250 },
    );
  }

  it('gives the figures of the file: by product, channel and state, untimely ones and disputed ones', async () => {
    await importFile();
    await allClosed();
    expect(await figures('PRODUCT', 'COMPLAINTS_RECEIVED')).toEqual(countBy(rows, (row) => row['Product'] ?? ''));
    expect(await figures('CHANNEL', 'COMPLAINTS_RECEIVED')).toEqual(
      countBy(rows, (row) => CHANNELS[row['Submitted via'] ?? ''] ?? ''),
    );
    expect(await figures('REGION', 'COMPLAINTS_RECEIVED')).toEqual(countBy(rows, (row) => row['State'] ?? ''));
    const untimely = rows.filter((row) => row['Timely response?'] === 'No');
    const disputed = rows.filter((row) => row['Consumer disputed?'] === 'Yes');
    expect(untimely.length * disputed.length).toBeGreaterThan(0);
    expect(await figures('PRODUCT', 'COMPLAINTS_UNTIMELY')).toEqual(countBy(untimely, (row) => row['Product'] ?? ''));
    expect(await figures('REGION', 'COMPLAINTS_DISPUTED')).toEqual(countBy(disputed, (row) => row['State'] ?? ''));
    const openInFile = rows.length - closedInFile;
    const open = Object.values(await figures('CHANNEL', 'CASES_OPEN')).reduce((sum, count) => sum + count, 0);
    expect(open).toBe(openInFile);
  }, 240_000);

  it('adds nothing when the same file comes again', async () => {
    const before = await figures('PRODUCT', 'COMPLAINTS_RECEIVED');
    await importFile();
    expect(await figures('PRODUCT', 'COMPLAINTS_RECEIVED')).toEqual(before);
  }, 120_000);

  it('keeps the historic dates: a complaint stands on the local day on which it was received', async () => {
    const { metrics } = await organisation.people.analyst.read<{
      metrics: { rows: { keys: [{ value: string }]; values: [{ value: string }] }[] };
    }>(
      '{ metrics(query: { metrics: [COMPLAINTS_RECEIVED], groupBy: [MONTH], timeZone: "America/New_York" }) { rows { keys { value } values { value } } } }',
    );
    const byMonth = Object.fromEntries(
      metrics.rows.map(({ keys, values }) => [keys[0].value, Number(values[0].value)]),
    );
    expect(byMonth).toEqual(countBy(rows, (row) => (row['Date received'] ?? '').slice(0, 7)));
  });
});
