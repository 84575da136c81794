import { fromGlobalId } from '@redress/graphql-runtime';
import { newId, type Role } from '@redress/kernel';
import { adopt } from '../testing/adopted';
import { REGISTER, registration } from '../testing/documents';
import { startIntake, type IntakeUnderTest } from '../testing/intake-under-test';

const FIELDS = `customer { id name email phone address segment preferredLanguage preferredChannel version
  products { nodes { product serialNumber batch } } } replayed userErrors { code path details { currentVersion } }`;
const UPDATE = `mutation ($input: UpdateCustomerInput!) { answer: updateCustomer(input: $input) { ${FIELDS} } }`;
const RECORD = `mutation ($input: RecordCustomerProductInput!) { answer: recordCustomerProduct(input: $input) { ${FIELDS} } }`;
const HISTORY = 'history(first: 10) { kind at by detail complaint { id } }';
const FILE = `query ($id: ID!) { customer(id: $id) { name email address ${HISTORY}
  complaints(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } totalCount { value } } } }`;
const NEXT =
  'query ($id: ID!, $after: String!) { customer(id: $id) { complaints(first: 1, after: $after) { nodes { id } } } }';
const TRACE = `query ($serialNumber: String, $batch: String) {
  traced: customersOfProduct(serialNumber: $serialNumber, batch: $batch) { nodes { serialNumber customer { id } } } }`;
const LIST = `{ customers(first: 50) { nodes { id complaints { nodes { id } totalCount { value } } products { nodes { id } } ${HISTORY} } } }`;

interface Answered {
  readonly customer: { readonly version: number; readonly [member: string]: unknown } | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
}
type Entry = { readonly kind: string; readonly detail: string; readonly by: string; readonly complaint: object | null };

describe('the file of a customer', () => {
  let intake: IntakeUnderTest;
  let tenant: string;
  let agent: string;
  let complaint: { id: string; number: string; customer: { id: string } };
  let customerId: string;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    tenant = `t${newId().slice(-12)}`;
    await intake.adopt(tenant);
    agent = await tokenOf('agent');
    complaint = await register({ details: { name: '陈美丽', email: 'meili@example.org' } });
    customerId = complaint.customer.id;
  });

  const tokenOf = (role: Role, of = tenant) => intake.tokenFor({ tenant: of, role, subject: `${role}-1` });

  async function ask<Data>(document: string, variables: object, token = agent): Promise<Data> {
    const { data, errors } = await intake.ask(token, document, variables);
    if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data as unknown as Data;
  }

  async function register(customer: object): Promise<typeof complaint> {
    const data = await ask<{ registerComplaint: { complaint: typeof complaint } }>(REGISTER, {
      input: registration({ customer }),
    });
    return data.registerComplaint.complaint;
  }

  async function call(document: string, input: object, token = agent): Promise<Answered> {
    const whole = { idempotencyKey: newId(), customerId, ...input };
    return (await ask<{ answer: Answered }>(document, { input: whole }, token)).answer;
  }

  const CHANGE = {
    name: '陈美玲',
    email: 'meiling@example.org',
    phone: '+86 139 0000 0001',
    address: '上海市静安区南京西路1号',
    segment: 'VIP',
    preferredLanguage: 'zh-CN',
    preferredChannel: 'EMAIL',
  };

  it('is changed by front-line staff, once, and shows what it holds then', async () => {
    const input = { idempotencyKey: newId(), expectedVersion: 1, ...CHANGE };
    const first = await call(UPDATE, input);
    expect(first).toMatchObject({
      customer: { segment: 'VIP', preferredChannel: 'EMAIL', version: 2 },
      replayed: false,
    });
    expect(await call(UPDATE, input)).toEqual({ ...first, replayed: true });
    expect((await call(UPDATE, { segment: 'VIP' })).customer?.version).toBe(2);
    const supervisor = await tokenOf('supervisor');
    expect((await ask<{ customer: object }>(FILE, { id: customerId }, supervisor)).customer).toMatchObject({
      name: CHANGE.name,
      email: CHANGE.email,
      address: CHANGE.address,
    });
  });

  it('lies sealed, and is found by its new values and not by the old', async () => {
    await call(UPDATE, CHANGE);
    const rows = await intake.database.system.query<{ sealed: Buffer }>(
      'SELECT i.sealed_identity AS sealed FROM customer_identity i WHERE i.customer_id = :id',
      { id: fromGlobalId('Customer', customerId) },
    );
    const changes = await intake.database.system.query(
      'SELECT * FROM customer_change h JOIN customer u ON u.id = h.customer_id WHERE h.customer_id = :id',
      { id: fromGlobalId('Customer', customerId) },
    );
    const raw = Buffer.concat(rows.map(({ sealed }) => sealed)).toString() + JSON.stringify(changes);
    expect(raw).toContain('name,email,phone,address');
    for (const value of [CHANGE.name, CHANGE.email, '139', CHANGE.address]) expect(raw).not.toContain(value);
    const found = async (email: string) =>
      (
        await ask<{ customers: { nodes: object[] } }>(
          'query ($email: String!) { customers(where: { email: { eq: $email } }) { nodes { id } } }',
          { email },
        )
      ).customers.nodes;
    expect(await found('meili@example.org')).toEqual([]);
    expect(await found('MEILING@example.org')).toEqual([{ id: customerId }]);
  });

  it('refuses what was not seen, what is no value, and whoever may not', async () => {
    await call(UPDATE, { segment: 'VIP' });
    expect((await call(UPDATE, { segment: 'B', expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'VERSION_CONFLICT', details: { currentVersion: 2 } },
    ]);
    expect((await call(UPDATE, { email: 'nowhere' })).userErrors).toMatchObject([
      { code: 'INTAKE_VALUE_MALFORMED', path: ['input', 'email'] },
    ]);
    for (const role of ['customer', 'auditor', 'analyst'] as const) {
      const answer = await intake.ask(await tokenOf(role), UPDATE, { input: { idempotencyKey: 'k', customerId } });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('does not exist for another organisation', async () => {
    const stranger = await tokenOf('supervisor', 'elsewhere');
    for (const [document, input] of [
      [UPDATE, { segment: 'B' }],
      [RECORD, { product: '电水壶' }],
    ] as const) {
      expect((await call(document, input, stranger)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    await call(RECORD, { product: '电水壶', serialNumber: 'SN-1' });
    expect(await ask(TRACE, { serialNumber: 'SN-1' }, stranger)).toEqual({ traced: { nodes: [] } });
    expect(await ask(FILE, { id: customerId }, stranger)).toEqual({ customer: null });
  });

  it('traces a serial number or a batch to whoever has it', async () => {
    const other = (await register({ details: { name: '李四' } })).customer.id;
    await call(RECORD, { product: '电水壶', serialNumber: 'SN-1 ', batch: 'B7', soldAt: '2026-01-05T00:00:00.000Z' });
    await call(RECORD, { product: '电水壶', serialNumber: 'SN-2', batch: 'B7', customerId: other });
    await call(RECORD, { product: '电饭煲', batch: 'B8', orderNumber: 'SO-1' });
    const auditor = await tokenOf('auditor');
    const traced = (variables: object) => ask(TRACE, variables, auditor);
    const mine = { serialNumber: 'SN-1', customer: { id: customerId } };
    const theirs = { serialNumber: 'SN-2', customer: { id: other } };
    expect(await traced({ serialNumber: 'SN-1' })).toEqual({ traced: { nodes: [mine] } });
    expect(await traced({ batch: 'B7' })).toEqual({ traced: { nodes: [theirs, mine] } });
    expect(await traced({ batch: 'B8', serialNumber: 'SN-1' })).toEqual({ traced: { nodes: [] } });
    expect((await intake.ask(auditor, TRACE, {})).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await intake.ask(agent, TRACE, { batch: 'B7' })).errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('takes the same serial number of a product once', async () => {
    const answer = await call(RECORD, { product: '电水壶', serialNumber: 'SN-1' });
    expect(answer.customer).toMatchObject({ products: { nodes: [{ serialNumber: 'SN-1', batch: null }] } });
    expect((await call(RECORD, { product: '电水壶', serialNumber: 'SN-1' })).userErrors).toMatchObject([
      { code: 'INTAKE_PRODUCT_RECORDED_ALREADY' },
    ]);
  });

  it('pages through complaints, and tells its history with the last first', async () => {
    intake.clock.advanceMs(60_000);
    const second = await register({ id: customerId });
    intake.clock.advanceMs(60_000);
    await call(RECORD, { product: '电水壶' });
    intake.clock.advanceMs(60_000);
    await call(UPDATE, { segment: 'VIP', address: '上海' });
    const { customer } = await ask<{
      customer: {
        history: Entry[];
        complaints: { nodes: object[]; pageInfo: { endCursor: string }; totalCount: object };
      };
    }>(FILE, { id: customerId });
    expect(customer.history).toMatchObject([
      { kind: 'FILE_CHANGED', detail: 'address,segment', by: 'agent-1', complaint: null },
      { kind: 'PRODUCT_RECORDED', detail: '电水壶', complaint: null },
      { kind: 'COMPLAINT_REGISTERED', detail: second.number, complaint: { id: second.id } },
      { kind: 'COMPLAINT_REGISTERED', detail: complaint.number, complaint: { id: complaint.id } },
    ]);
    expect(customer.complaints).toMatchObject({ nodes: [{ id: second.id }], totalCount: { value: 2 } });
    const after = customer.complaints.pageInfo.endCursor;
    expect(await ask(NEXT, { id: customerId, after })).toEqual({
      customer: { complaints: { nodes: [{ id: complaint.id }] } },
    });
  });

  it('tells of letters that were sent, and of nothing that waits', async () => {
    const id = fromGlobalId('Customer', customerId);
    const complaintId = fromGlobalId('Complaint', complaint.id);
    const letter = {
      tenant_id: tenant,
      complaint_id: complaintId,
      customer_id: id,
      language: 'zh-CN',
      medium: 'EMAIL',
    };
    const at = new Date('2026-11-20T05:00:00.000Z');
    const counts = { attempts: 1, failures: 0, round: 1, version: 1, tells: '{}', requested_by: 'agent-1' };
    await intake.database.system.insertMany('letter', [
      {
        ...letter,
        ...counts,
        id: newId(),
        purpose: 'REPLY',
        source: 'a',
        state: 'SENT',
        requested_at: at,
        sent_at: at,
      },
      {
        ...letter,
        ...counts,
        id: newId(),
        purpose: 'OTHER',
        source: 'b',
        state: 'WAITING',
        requested_at: at,
        sent_at: null,
      },
    ]);
    const { customer } = await ask<{ customer: { history: Entry[] } }>(FILE, { id: customerId });
    expect(customer.history.filter(({ kind }) => kind === 'LETTER_SENT')).toMatchObject([
      { at: at.toISOString(), detail: 'REPLY', complaint: { id: complaint.id } },
    ]);
  });

  it('tells of merges and of those that were undone', async () => {
    const second = await register({ id: customerId });
    const merge = { complaintId: second.id, expectedVersion: 1, into: complaint.id, reason: 'the same kettle' };
    const handler = await tokenOf('handler');
    for (const [document, input] of [
      [
        'mutation ($input: MergeComplaintsInput!) { answer: mergeComplaints(input: $input) { userErrors { code path } } }',
        merge,
      ],
      [
        'mutation ($input: UnmergeComplaintInput!) { answer: unmergeComplaint(input: $input) { userErrors { code path } } }',
        { complaintId: second.id, expectedVersion: 2, reason: 'another kettle' },
      ],
    ] as const) {
      intake.clock.advanceMs(60_000);
      const whole = { input: { idempotencyKey: newId(), ...input } };
      expect(await ask(document, whole, handler)).toEqual({ answer: { userErrors: [] } });
    }
    const { customer } = await ask<{ customer: { history: Entry[] } }>(FILE, { id: customerId });
    expect(customer.history.slice(0, 2)).toMatchObject([
      { kind: 'COMPLAINT_UNMERGED', detail: second.number, by: 'handler-1' },
      { kind: 'COMPLAINT_MERGED', detail: second.number, complaint: { id: second.id } },
    ]);
  });

  it('hides the address with the rest where identity comes first', async () => {
    const insurer = `t${newId().slice(-12)}`;
    await adopt(intake, insurer, 'insurer-consultation');
    const [first, second] = await Promise.all(
      ['first', 'second'].map((subject) => intake.tokenFor({ tenant: insurer, role: 'agent', subject })),
    );
    const input = registration({
      ...{ categoryCode: 'claims', demand: { kind: 'REFUND' } },
      customer: { details: { name: '陈美丽', kind: 'POLICYHOLDER' } },
    });
    const { registerComplaint } = await ask<{ registerComplaint: { complaint: typeof complaint } }>(
      REGISTER,
      { input },
      first,
    );
    const { id } = registerComplaint.complaint.customer;
    await call(UPDATE, { customerId: id, address: CHANGE.address }, first);
    const shownTo = async (token?: string) => (await ask<{ customer: object }>(FILE, { id }, token)).customer;
    expect(await shownTo(first)).toMatchObject({ address: CHANGE.address });
    expect(await shownTo(second)).toMatchObject({ name: '陈**', address: '***' });
  });

  it('is shown to the customer without its history', async () => {
    const own = { tenant, role: 'customer', customer: fromGlobalId('Customer', customerId) ?? '' } as const;
    const shown = await ask<{ customer: object }>(FILE, { id: customerId }, await intake.tokenFor(own));
    expect(shown.customer).toMatchObject({
      name: '陈美丽',
      history: [],
      complaints: { nodes: [{ id: complaint.id }] },
    });
  });

  it('takes one statement for each list, however many customers are shown', async () => {
    const readsOf = async (): Promise<number> => {
      const before = intake.reads();
      await ask(LIST, {});
      return intake.reads() - before;
    };
    const forOne = await readsOf();
    for (const name of ['甲', '乙', '丙']) await register({ details: { name } });
    const { customers } = await ask<{ customers: { nodes: { complaints: { nodes: object[] }; history: Entry[] }[] } }>(
      LIST,
      {},
    );
    expect(customers.nodes.map(({ complaints, history }) => [complaints.nodes.length, history.length])).toEqual(
      Array.from({ length: 4 }, () => [1, 1]),
    );
    expect(await readsOf()).toBe(forOne);
  });
});
