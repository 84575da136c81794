import { fromGlobalId } from '@redress/graphql-runtime';
import { fixedClock, newId } from '@redress/kernel';
import { adopt } from '../testing/adopted';
import { REGISTER, registration } from '../testing/documents';
import { START, startIntake, type IntakeUnderTest } from '../testing/intake-under-test';

const RECORD = `
  mutation ($input: RecordIdentityCheckInput!) {
    recordIdentityCheck(input: $input) {
      customer { id name email phone identityCheckRequired identityChecks { means result note checkedAt checkedBy } }
      replayed
      userErrors { code path details { limit } }
    }
  }`;
const CUSTOMER = `query ($id: ID!) {
  customer(id: $id) { name email phone identityCheckRequired identityChecks { result } }
  node(id: $id) { ... on Customer { name phone } }
  _entities(representations: [{ __typename: "Customer", id: $id }]) { ... on Customer { name email } }
}`;
const LISTS = `{
  customers(first: 50) { nodes { name email phone identityCheckRequired identityChecks { result } } }
  complaints(first: 50) { nodes { customer { name phone identityCheckRequired } } }
}`;

const DETAILS = { name: '陈美丽', kind: 'POLICYHOLDER', email: 'meili@example.org', phone: '13800000000' };
const INSURED = { categoryCode: 'claims', demand: { kind: 'REFUND' } };
const OPEN = { name: '陈美丽', email: 'meili@example.org', identityCheckRequired: false };
const MASKED = { name: '陈**', email: 'm***@example.org', phone: '***0000', identityCheckRequired: true };

interface Recorded {
  readonly customer: object | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}
interface Registered {
  readonly complaint: { readonly id: string; readonly customer: { readonly id: string; readonly name: string } };
}

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake(fixedClock(START));
  await adopt(intake, 'insurer', 'insurer-consultation');
  await adopt(intake, 'shop', 'company-24h-3wd-7wd');
});
afterAll(() => intake.stop());
beforeEach(() => intake.clock.set(START));

const as = (subject: string, role: string | readonly string[] = 'agent', tenant = 'insurer', customerId?: string) =>
  intake.tokenFor({
    ...{ tenant, subject, role: role as never },
    ...(customerId === undefined ? {} : { customer: customerId }),
  });

async function read<Data>(token: string, document: string, variables: object = {}): Promise<Data> {
  const answer = await intake.ask(token, document, variables);
  if (answer.data === null || answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data as Data;
}

async function register(token: string, changes: object = {}): Promise<Registered['complaint']> {
  const input = registration({ customer: { details: DETAILS }, ...INSURED, ...changes });
  const { registerComplaint } = await read<{ registerComplaint: Registered & { userErrors: unknown[] } }>(
    token,
    REGISTER,
    { input },
  );
  expect(registerComplaint.userErrors).toEqual([]);
  return registerComplaint.complaint;
}

async function check(token: string, customerId: string, changes: object = {}): Promise<Recorded> {
  const input = { idempotencyKey: newId(), customerId, means: 'SECURITY_QUESTIONS', result: 'CONFIRMED', ...changes };
  return (await read<{ recordIdentityCheck: Recorded }>(token, RECORD, { input })).recordIdentityCheck;
}

const seen = async (token: string, id: string) => (await read<{ customer: object }>(token, CUSTOMER, { id })).customer;
const later = (minutes: number) =>
  intake.clock.set(new Date(new Date(START).getTime() + minutes * 60_000).toISOString());

describe('under a regulation that has identity confirmed before anything is told', () => {
  it('masks a customer to an agent by every path, until they confirmed the identity themselves', async () => {
    const { id } = (await register(await as('first'))).customer;
    const agent = await as('second');
    expect(await read(agent, CUSTOMER, { id })).toMatchObject({
      customer: { ...MASKED, identityChecks: [] },
      node: { name: '陈**', phone: '***0000' },
      _entities: [{ name: '陈**', email: 'm***@example.org' }],
    });

    expect(await check(agent, id, { note: '身份证尾号核对无误。' })).toMatchObject({
      customer: {
        ...OPEN,
        identityChecks: [
          {
            ...{ means: 'SECURITY_QUESTIONS', result: 'CONFIRMED', note: '身份证尾号核对无误。' },
            ...{ checkedAt: START, checkedBy: 'second' },
          },
        ],
      },
      replayed: false,
      userErrors: [],
    });
    expect(await seen(agent, id)).toMatchObject(OPEN);
    expect(await seen(await as('third'), id)).toMatchObject({ ...MASKED, identityChecks: [{ result: 'CONFIRMED' }] });
  });

  it('masks again after half an hour, and after a check that failed', async () => {
    const { id } = (await register(await as('first'))).customer;
    const agent = await as('second');
    await check(agent, id);
    later(30);
    expect(await seen(agent, id)).toMatchObject(OPEN);
    later(31);
    expect(await seen(agent, id)).toMatchObject(MASKED);
    expect((await check(agent, id)).customer).toMatchObject(OPEN);
    expect((await check(agent, id, { result: 'FAILED' })).customer).toMatchObject(MASKED);
  });

  it('shows an agent the customer whom they entered for half an hour, but none by a further complaint of theirs', async () => {
    const agent = await as('first');
    const { customer } = await register(agent);
    expect(customer.name).toBe('陈美丽');
    expect(await seen(agent, customer.id)).toMatchObject(OPEN);
    expect(await seen(await as('FIRST'), customer.id)).toMatchObject(MASKED);
    const other = await as('second');
    later(10);
    expect((await register(other, { customer: { id: customer.id } })).customer.name).toBe('陈**');
    expect(await seen(other, customer.id)).toMatchObject(MASKED);
    later(31);
    expect(await seen(agent, customer.id)).toMatchObject(MASKED);
  });

  it('leaves other staff, those who are more than agents, and customers themselves as they were', async () => {
    const { id } = (await register(await as('first'))).customer;
    for (const role of ['handler', 'supervisor', 'auditor', ['agent', 'supervisor']]) {
      expect(await seen(await as('somebody', role), id)).toMatchObject(OPEN);
    }
    const customerId = fromGlobalId('Customer', id) ?? '';
    const own = await as('chen', 'customer', 'insurer', customerId);
    await check(await as('second'), id);
    expect(await seen(own, id)).toMatchObject({ ...OPEN, identityChecks: [] });
  });

  it('asks once for the checks of a whole list, and once for what opens it', async () => {
    await register(await as('first'));
    const agent = await as('second');
    await read(agent, LISTS);
    const before = intake.reads();
    const few = await read<{ customers: { nodes: object[] } }>(agent, LISTS);
    const statements = intake.reads() - before;
    for (let more = 0; more < 4; more += 1) await register(await as('first'));
    const beforeMany = intake.reads();
    const many = await read<{ customers: { nodes: object[] } }>(agent, LISTS);
    expect(intake.reads() - beforeMany).toBe(statements);
    expect(many.customers.nodes.length).toBe(few.customers.nodes.length + 4);
    expect(many.customers.nodes.filter((node) => (node as typeof MASKED).identityCheckRequired).length).toBeGreaterThan(
      4,
    );
  });
});

describe('recording a check', () => {
  it('is done once for each idempotency key', async () => {
    const agent = await as('first');
    const { id } = (await register(agent)).customer;
    const idempotencyKey = newId();
    await check(agent, id, { idempotencyKey });
    const again = await check(agent, id, { idempotencyKey });
    expect(again).toMatchObject({ replayed: true, customer: { id } });
    expect((again.customer as { identityChecks: object[] }).identityChecks).toHaveLength(1);
  });

  it('is about a complaint of that customer, where it is about one', async () => {
    const agent = await as('first');
    const [mine, other] = [await register(agent), await register(agent)];
    expect(await check(agent, mine.customer.id, { complaintId: mine.id })).toMatchObject({ userErrors: [] });
    for (const complaintId of [other.id, mine.customer.id]) {
      expect(await check(agent, mine.customer.id, { complaintId })).toMatchObject({
        customer: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['input', 'complaintId'] }],
      });
    }
  });

  it('keeps its note sealed, and bounded', async () => {
    const agent = await as('first');
    const { id } = (await register(agent)).customer;
    expect(await check(agent, id, { note: 'x'.repeat(2_001) })).toMatchObject({
      userErrors: [{ code: 'INTAKE_VALUE_TOO_LONG', path: ['input', 'note'], details: { limit: 2_000 } }],
    });
    await check(agent, id, { note: 'policy 4711' });
    const rows = await intake.database.system.query<{ note: Buffer | null }>(
      "SELECT sealed_note AS note FROM identity_check WHERE tenant_id = 'insurer' AND sealed_note IS NOT NULL",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ note }) => note?.includes('4711'))).toBe(false);
  });

  it('knows nobody of another organisation, and is for the front line', async () => {
    const { id } = (await register(await as('first'))).customer;
    expect(await check(await as('first', 'agent', 'shop'), id)).toMatchObject({
      customer: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'customerId'] }],
    });
    const input = { idempotencyKey: newId(), customerId: id, means: 'IN_PERSON', result: 'CONFIRMED' };
    for (const role of ['auditor', 'customer']) {
      const { errors } = await intake.ask(await as('somebody', role, 'insurer', newId()), RECORD, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

it('masks nothing under a regulation that asks for no check; one may be recorded all the same', async () => {
  const { id } = (await register(await as('first', 'agent', 'shop'), { categoryCode: 'product-quality' })).customer;
  const agent = await as('second', 'agent', 'shop');
  expect(await seen(agent, id)).toMatchObject({ ...OPEN, phone: expect.stringContaining('13800000000') as string });
  expect((await check(agent, id, { result: 'FAILED' })).customer).toMatchObject({
    ...OPEN,
    identityChecks: [{ result: 'FAILED' }],
  });
});
