import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { startIntake, type Answer, type IntakeUnderTest } from '../../testing/intake-under-test';
import { REGISTER, registration } from '../../testing/documents';

interface Registered {
  readonly registerComplaint: {
    readonly complaint: { id: string; number: string; customer: { id: string; name: string | null } } | null;
    readonly acknowledgement: { number: string; acknowledgedAt: string; dueDates: object[] } | null;
    readonly replayed: boolean;
    readonly userErrors: { code: string; path: string[]; message: string; details: { allowed: string[] } | null }[];
  };
}
const payloadOf = (answer: Answer) => {
  if (answer.data === null) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as unknown as Registered).registerComplaint;
};

let intake: IntakeUnderTest;
let agent: string;
beforeAll(async () => {
  intake = await startIntake();
  await intake.adopt('acme');
  agent = await intake.tokenFor({ tenant: 'acme', role: 'agent', subject: 'agent-1' });
});
afterAll(() => intake.stop());

const register = async (changes: object = {}, token = agent, language = 'en') =>
  payloadOf(await intake.ask(token, REGISTER, { input: registration(changes) }, language));
const rowsOf = (table: string, tenant = 'acme') =>
  intake.database.system.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE tenant_id = :tenant`, { tenant });

describe('register complaint', () => {
  it('answers with the number and the due dates, in the language of the caller', async () => {
    const payload = await register({}, agent, 'zh-CN');
    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      complaint: { number: expect.stringMatching(/^TS202611-\d{5}$/) as string, customer: { name: '王芳' } },
      acknowledgement: {
        acknowledgedAt: '2026-11-20T02:00:00.000Z',
        dueDates: [
          { stage: 'acceptance', label: '受理', dueAt: '2026-11-21T02:00:00.000Z' },
          { stage: 'investigation', label: '投诉调查', dueAt: '2026-11-25T16:00:00.000Z' },
          { stage: 'resolution', label: '问题解决', dueAt: '2026-12-01T16:00:00.000Z' },
        ],
      },
    });
  });

  it('appends one event, of version 1, without the text or the person', async () => {
    const payload = await register({
      text: '机密内容',
      customer: { details: { name: '李雷', email: 'lilei@example.cn' } },
    });
    const complaintId = fromGlobalId('Complaint', payload.complaint?.id);
    const events = (await rowsOf('outbox_log')).filter(({ aggregate_id }) => aggregate_id === complaintId);
    expect(events).toHaveLength(1);
    const text = String(events[0]?.['envelope']);
    expect(JSON.parse(text)).toMatchObject({
      type: 'redress.intake.complaint.registered.v1',
      aggregateversion: 1,
      tenantid: 'acme',
      data: { complaintId, channel: 'PHONE', categoryCode: 'product-quality', registeredBy: 'agent-1' },
    });
    expect(text).not.toMatch(/机密|李雷|lilei/);
  });

  it('takes whoever a token may name', async () => {
    const subject = '员'.repeat(255);
    const token = await intake.tokenFor({ tenant: 'acme', role: 'agent', subject });
    expect((await register({}, token)).userErrors).toEqual([]);
  });

  it('keeps text and person sealed', async () => {
    await register({ text: 'unmistakable words', customer: { details: { name: 'Unmistakable Name' } } });
    const sealed = JSON.stringify([
      (await rowsOf('customer_identity')).map((row) => String(row['sealed_identity'])),
      (await rowsOf('complaint_content')).map((row) => String(row['sealed_text'])),
      await rowsOf('idempotency_record'),
      await rowsOf('complaint'),
    ]);
    expect(sealed).not.toMatch(/unmistakable/i);
  });

  it('finds a customer by external reference from the second time on', async () => {
    const customer = { externalRef: 'C-100', details: { name: '韩梅梅' } };
    const first = await register({ customer });
    const second = await register({ customer: { externalRef: 'C-100' } });
    expect(second.complaint?.customer).toEqual(first.complaint?.customer);
    const third = await register({ customer: { id: first.complaint?.customer.id } });
    expect(third.complaint?.customer).toEqual(first.complaint?.customer);
  });

  it('enters a new customer once, of many calls that name them at the same time', async () => {
    const customer = { externalRef: 'C-200', details: { name: '张伟' } };
    const payloads = await Promise.all(Array.from({ length: 8 }, () => register({ customer })));
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(payloads.map(({ complaint }) => complaint?.customer.id)).size).toBe(1);
  });

  describe('when called again with the same key', () => {
    it('answers as the first time and adds nothing', async () => {
      const input = { idempotencyKey: newId() };
      const first = await register(input);
      const before = (await rowsOf('complaint')).length;
      const second = await register(input);
      expect(second).toEqual({ ...first, replayed: true });
      expect((await rowsOf('complaint')).length).toBe(before);
    });

    it('refuses another request with IDEMPOTENCY_CONFLICT', async () => {
      const idempotencyKey = newId();
      await register({ idempotencyKey });
      const second = await register({ idempotencyKey, text: 'another' });
      expect(second).toMatchObject({
        complaint: null,
        userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }],
      });
    });

    it('registers one complaint when it is called many times at once', async () => {
      const input = { idempotencyKey: newId(), text: 'once' };
      const payloads = await Promise.all(Array.from({ length: 8 }, () => register(input)));
      expect(new Set(payloads.map(({ complaint }) => complaint?.number)).size).toBe(1);
      expect(payloads.filter(({ replayed }) => !replayed)).toHaveLength(1);
    });
  });

  it.each([
    ['a channel that the regulation does not name', { channel: 'FAX' }, 'INTAKE_CHANNEL_NOT_ENABLED', 'channel'],
    ['an unknown category', { categoryCode: 'none' }, 'INTAKE_CATEGORY_UNKNOWN', 'categoryCode'],
    ['nobody who complains', { customer: {} }, 'INTAKE_CUSTOMER_NOT_NAMED', 'customer'],
    ['an unknown customer', { customer: { externalRef: 'C-0' } }, 'INTAKE_CUSTOMER_NOT_FOUND', 'customer.externalRef'],
    ['an id that is none of a customer', { customer: { id: 'eA' } }, 'INTAKE_CUSTOMER_NOT_FOUND', 'customer.id'],
    ['no text', { text: ' ' }, 'INTAKE_TEXT_MISSING', 'text'],
    ['no key', { idempotencyKey: ' ' }, 'INPUT_INVALID', 'idempotencyKey'],
    [
      'an amount that its currency cannot have',
      { demand: { kind: 'REFUND', amount: { amount: '1.005', currency: 'CNY' } } },
      'AMOUNT_INVALID',
      'demand.amount',
    ],
    ['a receipt in the future', { receivedAt: '2026-11-20T02:00:01.000Z' }, 'INTAKE_RECEIVED_IN_FUTURE', 'receivedAt'],
    [
      'a receipt before any regulation',
      { receivedAt: '2025-06-01T00:00:00.000Z' },
      'INTAKE_NO_REGULATION_IN_FORCE',
      'receivedAt',
    ],
  ])('refuses %s and leaves nothing', async (_, changes, code, path) => {
    const before = [
      (await rowsOf('complaint')).length,
      (await rowsOf('outbox_log')).length,
      (await rowsOf('customer')).length,
    ];
    const payload = await register(changes);
    expect(payload).toMatchObject({
      complaint: null,
      acknowledgement: null,
      userErrors: [{ code, path: ['input', ...path.split('.')] }],
    });
    const after = [
      (await rowsOf('complaint')).length,
      (await rowsOf('outbox_log')).length,
      (await rowsOf('customer')).length,
    ];
    expect(after).toEqual(before);
  });

  it('refuses an organisation without a regulation', async () => {
    const elsewhere = await intake.tokenFor({ tenant: 'nowhere', role: 'agent' });
    expect(await register({}, elsewhere)).toMatchObject({ userErrors: [{ code: 'INTAKE_NO_REGULATION_IN_FORCE' }] });
  });

  it.each(['finance', 'analyst', 'auditor', 'manager', 'admin'] as const)('is not for the role %s', async (role) => {
    const token = await intake.tokenFor({ tenant: 'acme', role });
    const answer = await intake.ask(token, REGISTER, { input: registration() });
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('gives 32 registrations at once 32 numbers without a gap', async () => {
    await intake.adopt('numbers');
    const token = await intake.tokenFor({ tenant: 'numbers', role: 'agent' });
    const payloads = await Promise.all(Array.from({ length: 32 }, () => register({}, token)));
    const serials = payloads.map(({ complaint }) => Number(complaint?.number.slice(-5))).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
  });

  it('numbers by the month of receipt in the time zone of the organisation', async () => {
    const payload = await register({ receivedAt: '2026-10-31T16:00:00.000Z' });
    expect(payload.complaint?.number).toMatch(/^TS202611-/);
    const earlier = await register({ receivedAt: '2026-10-31T15:59:59.000Z' });
    expect(earlier.complaint?.number).toMatch(/^TS202610-/);
  });

  it('waits for the database as seldom as it can: everything that it writes goes out with the commit', async () => {
    const known = { externalRef: 'C-300', details: { name: '张伟' } };
    await register({ customer: known });
    const waitsOf = async (customer: object) => {
      const before = intake.waits();
      expect((await register({ customer })).userErrors).toEqual([]);
      return intake.waits() - before;
    };
    expect(await waitsOf({ details: { name: '无名' } })).toBe(0);
    expect(await waitsOf({ details: { name: '有名', email: 'you@example.cn', phone: '13800138000' } })).toBe(1);
    expect(await waitsOf(known)).toBe(2);
  });

  describe('by a customer', () => {
    it('enters the customer under the id of the token, and knows them afterwards', async () => {
      const customerId = newId();
      const token = await intake.tokenFor({ tenant: 'acme', role: 'customer', customer: customerId });
      const unknown = await register({ channel: 'WEB_FORM', customer: undefined }, token);
      expect(unknown).toMatchObject({ userErrors: [{ code: 'INTAKE_CUSTOMER_NOT_FOUND' }] });
      const first = await register({ channel: 'WEB_FORM', customer: { details: { name: '小明' } } }, token);
      expect(fromGlobalId('Customer', first.complaint?.customer.id)).toBe(customerId);
      const second = await register({ channel: 'WEB_FORM', customer: undefined }, token);
      expect(second.complaint?.customer).toEqual(first.complaint?.customer);
    });

    it('cannot be done in the name of another', async () => {
      const other = await register();
      const token = await intake.tokenFor({ tenant: 'acme', role: 'customer', customer: newId() });
      const payload = await register({ customer: { id: other.complaint?.customer.id } }, token);
      expect(payload).toMatchObject({
        userErrors: [{ code: 'INTAKE_CUSTOMER_NOT_FOUND', path: ['input', 'customer', 'id'] }],
      });
    });
  });
});
