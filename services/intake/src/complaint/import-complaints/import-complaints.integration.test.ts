import { newId } from '@redress/kernel';
import { startIntake, type Answer, type IntakeUnderTest } from '../../testing/intake-under-test';

const IMPORT = `
  mutation Import($input: ImportComplaintsInput!) {
    importComplaints(input: $input) {
      results { row status complaint { number } userErrors { code path } }
      created existed refused replayed userErrors { code path }
    }
  }`;

interface Imported {
  readonly results: {
    row: number;
    status: string;
    complaint: { number: string } | null;
    userErrors: { code: string; path: string[] }[];
  }[];
  readonly created: number;
  readonly existed: number;
  readonly refused: number;
  readonly replayed: boolean;
  readonly userErrors: { code: string }[];
}

const row = (externalId: string, changes: object = {}) => ({
  externalId,
  receivedAt: '2020-03-18T04:00:00.000Z',
  channel: 'WEB_FORM',
  category: 'Incorrect information on your report',
  history: { firstReplyAt: '2020-03-19T04:00:00.000Z', closedAt: '2020-03-19T04:00:00.000Z', timely: true },
  ...changes,
});
const short = (externalId: string) => ({
  externalId,
  receivedAt: '2020-03-18T04:00:00.000Z',
  channel: 'FAX',
  category: 'a',
});
const payloadOf = (answer: Answer): Imported => {
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data['importComplaints'] as unknown as Imported;
};

let intake: IntakeUnderTest;
let agent: string;
let source: string;
beforeAll(async () => {
  intake = await startIntake();
  await intake.adopt('acme');
  agent = await intake.tokenFor({ tenant: 'acme', role: 'agent' });
});
beforeEach(() => {
  source = `s${newId().slice(-12)}`;
});
afterAll(() => intake.stop());

const importRows = async (rows: object[], changes: object = {}, token = agent) =>
  payloadOf(await intake.ask(token, IMPORT, { input: { idempotencyKey: newId(), source, rows, ...changes } }));
const count = async (table: string) => {
  const [counted] = await intake.database.system.query<{ value: string }>(`SELECT COUNT(*) AS value FROM ${table}`);
  return Number(counted?.value);
};

describe('import complaints', () => {
  it('enters rows with their history, their category and the nameless customer of the source', async () => {
    const payload = await importRows([row('1', { product: 'Mortgage', region: 'NY', text: 'They lost my payment.' })]);
    const number = `${source.toUpperCase()}-1`;
    expect(payload).toMatchObject({
      created: 1,
      existed: 0,
      refused: 0,
      results: [{ row: 0, status: 'CREATED', complaint: { number }, userErrors: [] }],
    });
    const ONE = `query One($number: String!) { complaintByNumber(number: $number) {
      text product region channel receivedAt acknowledgedAt regulation { code }
      category { code label origin } customer { name kind externalRef } external { source id }
      history { firstReplyAt closedAt timely disputed outcome } } }`;
    expect((await intake.ask(agent, ONE, { number })).data).toEqual({
      complaintByNumber: {
        text: 'They lost my payment.',
        product: 'Mortgage',
        region: 'NY',
        channel: 'WEB_FORM',
        receivedAt: '2020-03-18T04:00:00.000Z',
        acknowledgedAt: '2020-03-19T04:00:00.000Z',
        regulation: null,
        category: {
          code: 'incorrect-information-on-your-report',
          label: 'Incorrect information on your report',
          origin: 'IMPORT',
        },
        customer: { name: null, kind: 'CONSUMER', externalRef: `anonymous:${source}` },
        external: { source, id: '1' },
        history: {
          firstReplyAt: '2020-03-19T04:00:00.000Z',
          closedAt: '2020-03-19T04:00:00.000Z',
          timely: true,
          disputed: null,
          outcome: null,
        },
      },
    });
  });

  it('appends one event a row, with the history', async () => {
    await importRows([row('1'), row('2', { history: { timely: false, disputed: true, outcome: 'Closed' } })]);
    const events = await intake.database.system.query<{ envelope: string }>(
      'SELECT envelope FROM outbox_log WHERE envelope LIKE :source ORDER BY event_id',
      { source: `%"source":"${source}"%` },
    );
    expect(events.map(({ envelope }) => (JSON.parse(envelope) as { data: object }).data)).toMatchObject([
      { history: { closedAt: '2020-03-19T04:00:00.000Z', timely: true }, external: { source, id: '1' } },
      { history: { timely: false, disputed: true, outcome: 'Closed' }, external: { source, id: '2' } },
    ]);
  });

  it('adds nothing when the same rows come again, with another key or in another batch', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => row(String(index)));
    expect(await importRows(rows)).toMatchObject({ created: 20 });
    const before = [await count('complaint'), await count('outbox_log'), await count('customer')];
    expect(await importRows(rows)).toMatchObject({ created: 0, existed: 20, refused: 0 });
    expect(await importRows([row('5'), row('new')])).toMatchObject({ created: 1, existed: 1 });
    expect([await count('complaint'), await count('outbox_log'), await count('customer')]).toEqual(
      before.map((value, index) => (index < 2 ? value + 1 : value)),
    );
  });

  it('answers a repeated call as the first', async () => {
    const idempotencyKey = newId();
    const first = await importRows([row('1')], { idempotencyKey });
    expect(await importRows([row('1')], { idempotencyKey })).toEqual({ ...first, replayed: true });
  });

  it('enters each row once when batches that overlap come at the same time', async () => {
    const batch = (from: number) => Array.from({ length: 30 }, (_, index) => row(String(from + index)));
    const payloads = await Promise.all([
      importRows(batch(0)),
      importRows(batch(10)),
      importRows(batch(20)),
      importRows(batch(0)),
    ]);
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(payloads.reduce((sum, { created }) => sum + created, 0)).toBe(50);
  });

  it('refuses bad rows alone and says which', async () => {
    const payload = await importRows([
      row('1'),
      row('bad id'),
      row('2', { history: undefined }),
      row('3', { customer: { externalRef: 'unknown' } }),
    ]);
    expect(payload).toMatchObject({
      created: 1,
      refused: 3,
      results: [
        { status: 'CREATED' },
        {
          status: 'REFUSED',
          complaint: null,
          userErrors: [{ code: 'INTAKE_VALUE_MALFORMED', path: ['input', 'rows', '1', 'externalId'] }],
        },
        { status: 'REFUSED', userErrors: [{ code: 'INTAKE_NO_REGULATION_IN_FORCE' }] },
        { status: 'REFUSED', userErrors: [{ code: 'INTAKE_CUSTOMER_NOT_FOUND' }] },
      ],
    });
  });

  it('enters a named customer once, and finds them in later batches', async () => {
    const customer = { externalRef: `${source}-7`, details: { name: 'Ann Lee' } };
    const before = await count('customer');
    await importRows([
      row('1', { customer }),
      row('2', { customer }),
      row('3', { customer: { details: { name: 'Bo' } } }),
    ]);
    await importRows([row('4', { customer: { externalRef: customer.externalRef } })]);
    expect((await count('customer')) - before).toBe(2);
  });

  it('takes a category by its code or by its label in either language', async () => {
    const categories = ['product-quality', '产品质量', 'Product quality'];
    await importRows(categories.map((category, index) => row(String(index), { category })));
    const codes = await intake.database.system.query<{ code: string }>(
      `SELECT DISTINCT k.code FROM complaint c JOIN complaint_category k ON k.id = c.category_id WHERE c.external_source = :source`,
      { source },
    );
    expect(codes).toEqual([{ code: 'product-quality' }]);
  });

  it('takes labels that only differ in case or signs as one category', async () => {
    const label = `Late fee ${source}`;
    const labels = [label, label.toUpperCase(), `${label}!`, 'PRODUCT QUALITY'];
    const payload = await importRows(labels.map((category, index) => row(String(index), { category })));
    expect(payload).toMatchObject({ created: 4, refused: 0 });
    const codes = await intake.database.system.query<{ code: string }>(
      `SELECT DISTINCT k.code FROM complaint c JOIN complaint_category k ON k.id = c.category_id
       WHERE c.external_source = :source ORDER BY k.code`,
      { source },
    );
    expect(codes).toEqual([{ code: `late-fee-${source}` }, { code: 'product-quality' }]);
  });

  it('takes references that only differ in blanks or width as one customer', async () => {
    const before = await count('customer');
    const refs = [`${source}-A1`, ` ${source}-A1 `, `${source}-Ａ１`];
    const rows = refs.map((externalRef, index) =>
      row(String(index), { customer: { externalRef, details: { name: 'Ann Lee' } } }),
    );
    expect(await importRows(rows)).toMatchObject({ created: 3, refused: 0 });
    expect((await count('customer')) - before).toBe(1);
  });

  it.each([
    ['no rows', { rows: [] }, 'INTAKE_IMPORT_ROWS_OUT_OF_BOUNDS'],
    [
      'too many rows',
      { rows: Array.from({ length: 501 }, (_, index) => short(String(index))) },
      'INTAKE_IMPORT_ROWS_OUT_OF_BOUNDS',
    ],
    ['a malformed source', { source: 'CFPB 2020' }, 'INTAKE_IMPORT_SOURCE_MALFORMED'],
    ['no key', { idempotencyKey: '' }, 'INPUT_INVALID'],
  ])('refuses %s altogether', async (_, changes, code) => {
    expect(await importRows([row('1')], changes)).toMatchObject({ results: [], userErrors: [{ code }] });
  });

  it.each(['customer', 'handler', 'finance', 'auditor'] as const)('is not for the role %s', async (role) => {
    const token = await intake.tokenFor({ tenant: 'acme', role, customer: newId() });
    const answer = await intake.ask(token, IMPORT, { input: { idempotencyKey: newId(), source, rows: [row('1')] } });
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
