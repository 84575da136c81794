import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportRow } from '../mapping/apply-mapping';
import { startFakeEndpoint, type FakeEndpoint } from '../testing/fake-endpoint';
import { readArguments } from './arguments';
import { importCommand, type CommandEnd } from './import-command';

const FIXTURE = join(__dirname, '..', '..', '..', '..', 'test', 'fixtures', 'cfpb', 'complaints.csv');
const HEADER =
  'Complaint ID,Date received,Date sent to company,Submitted via,Issue,Product,State,Consumer complaint narrative,Company response to consumer,Timely response?,Consumer disputed?';
const good = (id: string) => `${id},2020-03-18,2020-03-19,Web,Fees,Mortgage,NY,,Closed,Yes,N/A`;

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

const run = (file: string, more: readonly string[] = [], signal = new AbortController().signal): Promise<CommandEnd> =>
  importCommand(
    readArguments([file, '--tenant', 'acme', '--mapping', 'cfpb', '--url', endpoint.url, '--token', 't', ...more]),
    {
      environment: {},
      stateDirectory: directory,
      signal,
      display: {
        say: (line) => void said.push(line),
        start: () => undefined,
        update: () => undefined,
        stop: () => undefined,
      },
    },
  );
const aFile = async (...lines: string[]) => {
  const path = join(directory, 'file.csv');
  await writeFile(path, `${[HEADER, ...lines].join('\n')}\n`);
  return path;
};
const rejects = () => readFile(join(directory, 'rejects.csv'), 'utf8');
const rows = (): ImportRow[] => endpoint.batches.flatMap((batch) => batch.rows);

describe('import of a file', () => {
  it('sends every row of the real complaints once, within the limits of rows and bytes', async () => {
    expect(await run(FIXTURE)).toBe('ALL_READ');
    expect(endpoint.complaints.size).toBe(600);
    expect(rows()).toHaveLength(600);
    expect(Math.max(...endpoint.batches.map(({ bytes }) => bytes))).toBeLessThan(100_000);
    expect(Math.max(...endpoint.batches.map((batch) => batch.rows.length))).toBeLessThanOrEqual(250);
    expect(
      endpoint.batches.every(({ authorization, source }) => authorization === 'Bearer t' && source === 'cfpb'),
    ).toBe(true);
    expect(Math.max(...rows().map(({ text }) => text?.length ?? 0))).toBe(21_928);
    expect(said.join('\n')).toContain('600 rows: 600 entered, 0 there already, 0 bad');
  });

  it('adds nothing when the same file comes again', async () => {
    await run(FIXTURE);
    expect(await run(FIXTURE)).toBe('ALL_READ');
    expect(endpoint.complaints.size).toBe(600);
    expect(said.join('\n')).toContain('600 rows: 0 entered, 600 there already, 0 bad');
  });

  it('notes bad lines with line, column and reason, and goes on', async () => {
    const file = await aFile(
      good('1'),
      '2,18.03.2020,2020-03-19,Web,Fees,Mortgage,NY,,Closed,Yes,N/A',
      '3,2020-03-18,2020-03-19,Pigeon,Fees,Mortgage,NY,"two\nlines",Closed,Yes,N/A',
      '4,2020-03-18,too,few',
      good('bad id'),
      good('5'),
    );
    expect(await run(file, ['--rejects', join(directory, 'rejects.csv')])).toBe('SOME_REJECTED');
    expect(await rejects()).toBe(
      [
        'line,column,reason',
        '3,Date received,is not a date like yyyy-MM-dd',
        '4,Submitted via,"is none of Web, Referral, Phone, Postal mail, Fax, Email"',
        '6,,has 4 columns instead of 11',
        '7,Complaint ID,externalId is not well-formed.',
        '',
      ].join('\n'),
    );
    expect([...endpoint.complaints.keys()]).toEqual(['cfpb/1', 'cfpb/5']);
    expect(said.join('\n')).toContain('6 rows: 2 entered, 0 there already, 4 bad');
  });

  it('rejects a row that no request can hold', async () => {
    const long = `2,2020-03-18,2020-03-19,Web,Fees,Mortgage,NY,${'长'.repeat(40_000)},Closed,Yes,N/A`;
    expect(await run(await aFile(good('1'), long), ['--rejects', join(directory, 'rejects.csv')])).toBe(
      'SOME_REJECTED',
    );
    expect(await rejects()).toContain('3,,is longer than 98000 bytes');
  });

  it.each([
    ['another file', 'a,b\n1,2\n', 'The file has no column'],
    ['an empty file', '', 'The file is empty'],
    ['a quotation that does not end', `${HEADER}\n1,"open`, 'cannot be read as CSV'],
  ])('says what is wrong with %s', async (_, content, reason) => {
    const path = join(directory, 'file.csv');
    await writeFile(path, content);
    await expect(run(path)).rejects.toThrow(reason);
  });
});

describe('an import that is interrupted', () => {
  const stateFiles = async () => (await readdir(join(directory, 'imports'))).filter((name) => name.endsWith('.json'));

  it('goes on where it stopped, and its reject file with it', async () => {
    const lines = Array.from({ length: 40 }, (_, index) =>
      index % 10 === 3 ? good(`bad ${index}`) : good(String(index)),
    );
    const file = await aFile(...lines);
    const more = ['--rejects', join(directory, 'rejects.csv'), '--batch-rows', '5', '--in-flight', '1'];
    const interruption = new AbortController();
    endpoint.behave(() => {
      if (endpoint.batches.length === 3) interruption.abort();
      return undefined;
    });
    expect(await run(file, more, interruption.signal)).toBe('INTERRUPTED');
    expect(rows()).toHaveLength(15);
    expect(await stateFiles()).toHaveLength(1);

    endpoint.batches.length = 0;
    expect(await run(file, more)).toBe('SOME_REJECTED');
    expect(rows()).toHaveLength(25);
    expect(said).toContain('Going on after 15 rows of an interrupted import.');
    expect(said.join('\n')).toContain('40 rows: 36 entered, 0 there already, 4 bad');
    expect((await rejects()).trim().split('\n')).toHaveLength(5);
    expect(await stateFiles()).toEqual([]);
  });

  it('repeats what was under way with the same keys, and what it had noted no second time', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => good(index === 9 ? 'bad 9' : String(index)));
    const file = await aFile(...lines);
    const more = ['--rejects', join(directory, 'rejects.csv'), '--batch-rows', '4', '--in-flight', '3'];
    endpoint.behave(({ rows: [first] }) =>
      first?.externalId === '4'
        ? { status: 200, body: { errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }] } }
        : undefined,
    );
    await expect(run(file, more)).rejects.toThrow('The token is not valid');
    const firstKeys = new Set(endpoint.batches.map(({ idempotencyKey }) => idempotencyKey));

    endpoint.behave(() => undefined);
    endpoint.batches.length = 0;
    await run(file, more);
    expect(endpoint.batches.map(({ idempotencyKey }) => firstKeys.has(idempotencyKey))).toEqual([true, true]);
    expect(endpoint.complaints.size).toBe(11);
    expect((await rejects()).match(/bad|well-formed/g)).toHaveLength(1);
  });

  it('starts anew when the file has changed', async () => {
    const file = await aFile(...Array.from({ length: 4 }, (_, index) => good(String(index))));
    const interruption = new AbortController();
    endpoint.behave(() => {
      interruption.abort();
      return undefined;
    });
    await run(file, ['--batch-rows', '2', '--in-flight', '1'], interruption.signal);
    await appendFile(file, `${good('new')}\n`);
    endpoint.behave(() => undefined);
    endpoint.batches.length = 0;
    await run(file);
    expect(rows()).toHaveLength(5);
  });
});

describe('an endpoint in trouble', () => {
  it.each([
    ['hangs up', 'hang up'],
    ['is overloaded', { status: 503, body: {} }],
    [
      'does not know whether it took effect',
      { status: 200, body: { errors: [{ message: '?', extensions: { code: 'OUTCOME_UNKNOWN', retryable: true } }] } },
    ],
  ] as const)('is asked again with the same key when it %s', async (_, trouble) => {
    let troubles = 2;
    endpoint.behave(() => (troubles-- > 0 ? trouble : undefined));
    expect(await run(await aFile(good('1')))).toBe('ALL_READ');
    expect(new Set(endpoint.batches.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(endpoint.batches).toHaveLength(3);
  });

  it.each([
    ['the role is missing', { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] }, 'none of the roles'],
    [
      'the whole batch is refused',
      { data: { imported: { userErrors: [{ code: 'X', message: 'Not so.' }] } } },
      'Not so',
    ],
  ])('stops the import at once when %s', async (_, body, reason) => {
    endpoint.behave(() => ({ status: 200, body }));
    await expect(run(await aFile(good('1')))).rejects.toThrow(reason);
    expect(endpoint.batches).toHaveLength(1);
  });
});

describe('the command line', () => {
  it.each([
    ['no file', ['--tenant', 'a', '--mapping', 'm'], 'Name one file'],
    ['two files', ['a', 'b', '--tenant', 'a', '--mapping', 'm'], 'Name one file'],
    ['no tenant', ['a', '--mapping', 'm'], '--tenant and --mapping are needed'],
    ['an unknown option', ['a', '--fast'], '--fast'],
    ['too many rows a request', ['a', '--tenant', 'a', '--mapping', 'm', '--batch-rows', '501'], 'from 1 to 500'],
  ])('is refused with %s', (_, args, reason) => {
    expect(() => readArguments(args)).toThrow(reason);
  });
});
