import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually, sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import {
  closed,
  counts,
  isClosed,
  localTime,
  readCfpb,
  received,
  shares,
  spans,
  type CfpbRow,
} from '../support/cfpb-file';
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

type Counts = Readonly<Record<string, number>>;

/** Counts rows of the file by a column's words. */
function countBy(rows: readonly CfpbRow[], key: (row: CfpbRow) => string): Counts {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('importing the complaints of the CFPB', () => {
  const rows = readCfpb(FILE);
  const scratch = mkdtempSync(join(tmpdir(), 'redress-import-'));
  let system: ReachedSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await sharedTestSystem();
    organisation = await foundOrganisation(system);
  }, 180_000);

  afterAll(async () => {
    rmSync(scratch, { recursive: true, force: true });
    await system?.stop();
  }, 180_000);

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
    const { metrics } = await organisation.people.manager.read<{
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

  const total = async (metric: string): Promise<number> =>
    Object.values(await figures('CHANNEL', metric)).reduce((sum, count) => sum + count, 0);

  /** Intake tells that a complaint was received, case handling that its case was closed: they are heard in any order. */
  async function allCounted(): Promise<void> {
    await eventually(
      async () => {
        const [received, closed] = [await total('COMPLAINTS_RECEIVED'), await total('CASES_CLOSED')];
        if (received !== rows.length) throw new Error(`${received} of ${rows.length} are received`);
        if (closed !== closedInFile) throw new Error(`${closed} of ${closedInFile} are closed`);
        return true;
      },
      { timeoutMs: 120_000, intervalMs: 250 },
    );
  }

  it('gives the figures of the file: by product, channel and state, untimely ones and disputed ones', async () => {
    await importFile();
    await allCounted();
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
    expect(await total('CASES_OPEN')).toBe(openInFile);
  }, 240_000);

  it('adds nothing when the same file comes again', async () => {
    const before = await figures('PRODUCT', 'COMPLAINTS_RECEIVED');
    await importFile();
    expect(await figures('PRODUCT', 'COMPLAINTS_RECEIVED')).toEqual(before);
  }, 240_000);

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

  /** All that a metric tells by one dimension, in the order of its statistics. */
  async function told(metric: string, dimension: string, timeZone = 'UTC'): Promise<Readonly<Record<string, string>>> {
    const { metrics } = await organisation.people.manager.read<{
      metrics: { rows: { keys: [{ value: string | null }]; values: { value: string }[] }[] };
    }>(
      `query Told($zone: String!) {
        metrics(query: { metrics: [${metric}], groupBy: [${dimension}], timeZone: $zone }) {
          rows { keys { value } values { value } }
        }
      }`,
      { zone: timeZone },
    );
    return Object.fromEntries(
      metrics.rows
        .filter(({ values }) => values.length > 0 && !['0', '0.0000'].includes(values[0]?.value ?? ''))
        .map(({ keys, values }) => [keys[0].value ?? '', values.map(({ value }) => value).join(' ')]),
    );
  }

  const product = (row: CfpbRow) => row['Product'] ?? '';
  const state = (row: CfpbRow) => row['State'] ?? '';
  const channel = (row: CfpbRow) => CHANNELS[row['Submitted via'] ?? ''] ?? '';
  const ended = rows.filter(isClosed);

  it.each([
    ['product', 'PRODUCT', product],
    ['state', 'REGION', state],
    ['channel', 'CHANNEL', channel],
  ])(
    'gives what the file itself comes to by %s: closed, timely and disputed ones, and days to the company',
    async (_, dimension, key) => {
      const isYes = (column: string) => (row: CfpbRow) => row[column] === 'Yes';
      expect(await told('COMPLAINTS_RECEIVED', dimension)).toEqual(counts(rows, key));
      expect(await told('CASES_CLOSED', dimension)).toEqual(counts(ended, key));
      expect(await told('COMPLAINTS_DISPUTED', dimension)).toEqual(
        counts(rows.filter(isYes('Consumer disputed?')), key),
      );
      expect(await told('CLOSURE_RATE', dimension)).toEqual(withoutZero(shares(rows, key, isClosed)));
      expect(await told('TIMELY_RATE', dimension)).toEqual(withoutZero(shares(ended, key, isYes('Timely response?'))));
      expect(await told('TIME_TO_CLOSING', dimension)).toEqual(spans(ended, key));
      expect(await told('TIME_TO_FIRST_REPLY', dimension)).toEqual(spans(ended, key));
    },
  );

  it.each(['America/New_York', 'America/Los_Angeles', 'Asia/Kolkata'])(
    'counts months and hours as they are in %s, through every change of the clocks',
    async (zone) => {
      const month = (at: (row: CfpbRow) => Date) => (row: CfpbRow) => localTime(at(row), zone).month;
      const hour = (at: (row: CfpbRow) => Date) => (row: CfpbRow) => localTime(at(row), zone).hour;
      expect(await told('COMPLAINTS_RECEIVED', 'MONTH', zone)).toEqual(counts(rows, month(received)));
      expect(await told('COMPLAINTS_RECEIVED', 'HOUR_OF_DAY', zone)).toEqual(counts(rows, hour(received)));
      expect(await told('CASES_CLOSED', 'MONTH', zone)).toEqual(counts(ended, month(closed)));
      expect(await told('TIME_TO_CLOSING', 'MONTH', zone)).toEqual(spans(ended, month(closed)));
      expect(await told('TIMELY_RATE', 'MONTH', zone)).toEqual(
        withoutZero(shares(ended, month(closed), (row) => row['Timely response?'] === 'Yes')),
      );
    },
  );

  it('has spans in the file that a change of the clocks makes longer or shorter than whole days', () => {
    const hours = ended.map((row) => (closed(row).getTime() - received(row).getTime()) / 3_600_000);
    expect(hours.some((each) => each % 24 === 1)).toBe(true);
    expect(hours.some((each) => each % 24 === 23)).toBe(true);
  });
});

/** A share of nothing at all is not looked for. */
const withoutZero = (figures: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== '0.0000'));
