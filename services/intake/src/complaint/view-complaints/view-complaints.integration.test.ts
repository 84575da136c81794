import { fromGlobalId, toGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { REGISTER, registration } from '../../testing/documents';
import { startIntake, type Answer, type IntakeUnderTest } from '../../testing/intake-under-test';

const LIST = `
  query List($first: Int, $after: String, $last: Int, $before: String, $search: String, $where: ComplaintWhereInput, $orderBy: ComplaintOrder! = RECEIVED_AT_DESC) {
    complaints(first: $first, after: $after, last: $last, before: $before, search: $search, where: $where, orderBy: $orderBy) {
      nodes { number text category { code label } customer { name } attachments { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;

interface Page {
  readonly nodes: { number: string; text: string | null; customer: { name: string }; category: { label: string } }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

let intake: IntakeUnderTest;
let agent: string;
beforeAll(async () => {
  intake = await startIntake();
  for (const tenant of ['acme', 'other']) await intake.adopt(tenant);
  agent = await intake.tokenFor({ tenant: 'acme', role: 'agent' });
});
afterAll(() => intake.stop());

const dataOf = <Data>(answer: Answer): Data => {
  if (answer.data === null || answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data as Data;
};
const register = async (changes: object = {}, token = agent) => {
  const data = dataOf<{ registerComplaint: { complaint: { id: string; number: string; customer: { id: string } } } }>(
    await intake.ask(token, REGISTER, { input: registration(changes) }),
  );
  return data.registerComplaint.complaint;
};
const list = async (variables: object, token = agent) =>
  dataOf<{ complaints: Page }>(await intake.ask(token, LIST, variables)).complaints;

describe('one complaint', () => {
  const ONE = `query One($id: ID!, $number: String!) {
    byId: complaint(id: $id) { ...all }
    byNumber: complaintByNumber(number: $number) { ...all }
    node(id: $id) { __typename id ... on Complaint { number } }
  }
  fragment all on Complaint {
    id number channel text product region version receivedAt registeredAt acknowledgedAt
    category { id code origin zh: label(locale: ZH_CN) en: label(locale: EN) }
    customer { id kind name email phone externalRef preferredLanguage }
    orderLine { orderNumber lineNumber } demand { kind amount { amount minorUnits currency } }
    regulation { code version } external { source id } history { closedAt }
  }`;

  it('is found by id and by number, with everything that was registered', async () => {
    const { id, number } = await register({
      product: '电饭煲 X1',
      region: '广东',
      orderLine: { orderNumber: 'SO-1001', lineNumber: 2 },
      demand: { kind: 'REFUND', amount: { amount: '299.5', currency: 'CNY' } },
      receivedAt: '2026-11-19T01:02:03.004Z',
      customer: {
        externalRef: 'C-1',
        details: {
          name: '王芳',
          kind: 'MEMBER',
          email: 'wf@example.cn',
          phone: '13800138000',
          preferredLanguage: 'zh-CN',
        },
      },
    });
    const data = dataOf<{ byId: object; byNumber: object; node: object }>(await intake.ask(agent, ONE, { id, number }));
    expect(data.byId).toMatchObject({
      id,
      number,
      channel: 'PHONE',
      text: '电饭煲用了两天就坏了，要求退款。',
      product: '电饭煲 X1',
      region: '广东',
      version: 1,
      receivedAt: '2026-11-19T01:02:03.004Z',
      registeredAt: '2026-11-20T02:00:00.000Z',
      category: { code: 'product-quality', origin: 'REGULATION', zh: '产品质量', en: 'Product quality' },
      customer: {
        kind: 'MEMBER',
        name: '王芳',
        email: 'wf@example.cn',
        phone: '13800138000',
        externalRef: 'C-1',
        preferredLanguage: 'zh-CN',
      },
      orderLine: { orderNumber: 'SO-1001', lineNumber: 2 },
      demand: { kind: 'REFUND', amount: { amount: '299.50', minorUnits: '29950', currency: 'CNY' } },
      regulation: { code: 'company-24h-3wd-7wd', version: 1 },
      external: null,
      history: null,
    });
    expect(data.byNumber).toEqual(data.byId);
    expect(data.node).toEqual({ __typename: 'Complaint', id, number });
  });

  it.each([
    ['another organisation', { tenant: 'other', role: 'admin' } as const],
    ['another customer', { tenant: 'acme', role: 'customer', customer: newId() } as const],
    ['a customer without a file', { tenant: 'acme', role: 'customer' } as const],
  ])('does not exist for %s', async (_, person) => {
    const { id, number } = await register();
    const answer = await intake.ask(await intake.tokenFor(person), ONE, { id, number });
    expect(answer).toEqual({ data: { byId: null, byNumber: null, node: null } });
  });

  it('is answered to the gateway in one statement for many, null for what may not be seen', async () => {
    const ids = await Promise.all([register(), register(), register()]);
    const foreign = await register({}, await intake.tokenFor({ tenant: 'other', role: 'agent' }));
    const representations = [...ids.map(({ id }) => id), foreign.id, toGlobalId('Complaint', newId()), 'none'].map(
      (id) => ({
        __typename: 'Complaint',
        id,
      }),
    );
    const ENTITIES =
      'query E($representations: [_Any!]!) { _entities(representations: $representations) { ... on Complaint { number } } }';
    const before = intake.reads();
    const data = dataOf<{ _entities: unknown[] }>(await intake.ask(agent, ENTITIES, { representations }));
    expect(data._entities).toEqual([...ids.map(({ number }) => ({ number })), null, null, null]);
    expect(intake.reads() - before).toBe(1);
  });
});

describe('nodes', () => {
  const NODES = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Customer { name } } }`;

  it('are found by id alone, whatever their type; those of other services are handed on', async () => {
    const complaint = await register();
    const ids = [
      complaint.id,
      complaint.customer.id,
      toGlobalId('Case', newId()),
      toGlobalId('Settlement', newId()),
      'none',
    ];
    const data = dataOf<{ nodes: object[] }>(await intake.ask(agent, NODES, { ids }));
    expect(data.nodes).toEqual([
      { __typename: 'Complaint', id: ids[0] },
      { __typename: 'Customer', id: ids[1], name: '王芳' },
      { __typename: 'Case', id: ids[2] },
      { __typename: 'Settlement', id: ids[3] },
      null,
    ]);
  });
});

describe('the list of complaints', () => {
  let numbers: string[];
  let token: string;
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 18, 0, minute)).toISOString();
  beforeAll(async () => {
    await intake.adopt('lists');
    token = await intake.tokenFor({ tenant: 'lists', role: 'agent' });
    numbers = [];
    // Pairs share a moment of receipt, so that only the id decides between them.
    for (let index = 0; index < 12; index += 1) {
      const changes = {
        receivedAt: at(Math.floor(index / 2)),
        product: index % 3 === 0 ? 'kettle' : 'lamp',
        region: 'GD',
      };
      numbers.push((await register(changes, token)).number);
    }
  });

  it('is read page by page, forwards and backwards, without a gap or a double', async () => {
    const forwards: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ first: 5, after, orderBy: 'RECEIVED_AT_ASC' }, token);
      forwards.push(...page.nodes.map(({ number }) => number));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    } while (after !== undefined);
    expect(forwards).toEqual(numbers);
    const last = await list({ last: 5, orderBy: 'RECEIVED_AT_ASC' }, token);
    expect(last.nodes.map(({ number }) => number)).toEqual(numbers.slice(-5));
    const beforeLast = await list({ last: 5, before: last.pageInfo.startCursor, orderBy: 'RECEIVED_AT_ASC' }, token);
    expect(beforeLast.nodes.map(({ number }) => number)).toEqual(numbers.slice(2, 7));
  });

  it('does not shift when complaints are registered between two pages', async () => {
    const first = await list({ first: 4, orderBy: 'RECEIVED_AT_DESC', where: { region: { eq: 'GD' } } }, token);
    await register({ receivedAt: at(50), region: 'GD' }, token);
    const second = await list(
      { first: 4, after: first.pageInfo.endCursor, orderBy: 'RECEIVED_AT_DESC', where: { region: { eq: 'GD' } } },
      token,
    );
    const seen = [...first.nodes, ...second.nodes].map(({ number }) => number);
    expect(seen).toEqual([...numbers].reverse().slice(0, 8));
  });

  it.each([
    ['a product', { product: { eq: 'kettle' } }, 4],
    ['one of several products', { product: { in: ['kettle', 'lamp'] } }, 12],
    ['a part of a product', { product: { contains: 'ettl' } }, 4],
    ['a channel', { channel: { eq: 'EMAIL' } }, 0],
    ['a category', { category: { eq: 'product-quality' }, region: { eq: 'GD' }, product: { eq: 'lamp' } }, 8],
    ['a span of receipt', { receivedAt: { range: { from: at(1), to: at(3) } } }, 4],
    ['a combination', { OR: [{ product: { eq: 'kettle' } }, { receivedAt: { range: { to: at(1) } } }] }, 5],
    ['the opposite', { NOT: { product: { eq: 'kettle' } }, product: { eq: 'lamp' } }, 8],
    ['an id that is none', { customer: { eq: 'none' } }, 0],
    ['a code that no category can have', { category: { eq: '电器' } }, 0],
    ['a source that none can be', { source: { in: ['来源'] } }, 0],
  ])('is filtered by %s', async (_, where, count) => {
    expect((await list({ where }, token)).nodes).toHaveLength(count);
  });

  it('takes what is given as null for what was left out', async () => {
    const given = { first: 12, after: null, last: null, before: null, search: null, where: null };
    expect((await list({ ...given, orderBy: 'NUMBER_ASC' }, token)).nodes).toHaveLength(12);
  });

  it('counts only when asked to', async () => {
    const COUNT = '{ complaints(first: 1, where: { product: { eq: "kettle" } }) { totalCount { value exact } } }';
    expect(await intake.ask(token, COUNT)).toMatchObject({
      data: { complaints: { totalCount: { value: 4, exact: true } } },
    });
  });

  it('costs one statement for each level, however many complaints there are', async () => {
    const costOf = async (first: number) => {
      const before = intake.reads();
      await list({ first }, token);
      return intake.reads() - before;
    };
    expect([await costOf(1), await costOf(12)]).toEqual([4, 4]);
  });

  it.each([
    ['a cursor that was made up', { after: 'abc.def' }, 'CURSOR_INVALID'],
    ['a page that is too large', { first: 101 }, 'PAGE_SIZE_INVALID'],
    [
      'a filter that is too deep',
      { where: { NOT: { NOT: { NOT: { NOT: { NOT: { NOT: {} } } } } } } },
      'FILTER_INVALID',
    ],
  ])('refuses %s', async (_, variables, code) => {
    const answer = await intake.ask(token, LIST, variables);
    expect(answer.errors?.[0]?.extensions['code']).toBe(code);
  });

  it('refuses a cursor of another order', async () => {
    const page = await list({ first: 1, orderBy: 'NUMBER_ASC' }, token);
    const answer = await intake.ask(token, LIST, { first: 1, after: page.pageInfo.endCursor });
    expect(answer.errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID');
  });

  it('shows a customer their own complaints only', async () => {
    const own = await register({}, token);
    const customer = fromGlobalId('Customer', own.customer.id);
    const page = await list({}, await intake.tokenFor({ tenant: 'lists', role: 'customer', customer: customer ?? '' }));
    expect(page.nodes.map(({ number }) => number)).toEqual([own.number]);
  });
});

describe('the search', () => {
  let token: string;
  const found = async (search: string, more: object = {}) =>
    (await list({ search, orderBy: 'NUMBER_ASC', ...more }, token)).nodes.map(({ number }) => Number(number.slice(-5)));
  beforeAll(async () => {
    await intake.adopt('search');
    token = await intake.tokenFor({ tenant: 'search', role: 'agent' });
    for (const text of [
      '我要求退款并道歉',
      'The refund never arrived on my card',
      'Delivery 配送太慢，客服态度差',
      'refunds are slow',
    ]) {
      await register({ text, product: text.startsWith('我') ? 'iPhone 15' : 'lamp' }, token);
    }
    const elsewhere = await intake.tokenFor({ tenant: 'other', role: 'agent' });
    await register({ text: 'refund 退款' }, elsewhere);
  });

  it.each([
    ['a Chinese word', '退款', [1]],
    ['one ideograph', '慢', [3]],
    ['an English word in any case', 'REFUND', [2]],
    ['the beginning of a word', 'refund*', [2, 4]],
    ['both languages at once', 'delivery 态度', [3]],
    ['words that do not occur together', 'refund 态度', []],
    ['the product', 'iphone', [1]],
    ['the number', '00002', [2]],
    ['very frequent English words', 'on my', [2]],
    ['nothing but signs', '+-*"', []],
  ])('finds %s', async (_, search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it('goes together with filters, orders and pages', async () => {
    expect(await found('refund*', { where: { product: { eq: 'lamp' } }, orderBy: 'NUMBER_DESC' })).toEqual([4, 2]);
    const first = await list({ search: 'refund*', first: 1, orderBy: 'NUMBER_ASC' }, token);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await found('refund*', { first: 1, after: first.pageInfo.endCursor })).toEqual([4]);
  });
});

describe('the customer file', () => {
  const FIND = `query Find($where: CustomerWhereInput) { customers(where: $where) { nodes { id name } } }`;
  let token: string;
  beforeAll(async () => {
    await intake.adopt('people');
    token = await intake.tokenFor({ tenant: 'people', role: 'agent' });
    const details = { name: 'Ann Lee', email: 'Ann.Lee@Example.com', phone: '+86 138-0013-8000' };
    await register({ customer: { externalRef: 'P-1', details } }, token);
    await register({ customer: { details: { name: '李雷' } } }, token);
  });
  const names = async (where: object, by = token) =>
    dataOf<{ customers: { nodes: { name: string }[] } }>(await intake.ask(by, FIND, { where })).customers.nodes.map(
      ({ name }) => name,
    );

  it.each([
    ['e-mail address', { email: { eq: 'ann.lee@example.com' } }],
    ['telephone number', { phone: { eq: '13800138000' } }],
    ['name', { name: { eq: 'ann lee' } }],
    ['external reference', { externalRef: { eq: 'P-1' } }],
  ])('is searched by %s, although it is sealed', async (_, where) => {
    expect(await names(where)).toEqual(['Ann Lee']);
  });

  it('shows nobody to another organisation', async () => {
    const other = await intake.tokenFor({ tenant: 'other', role: 'agent' });
    expect(await names({ email: { eq: 'ann.lee@example.com' } }, other)).toEqual([]);
  });

  it('is closed to customers, but for themselves', async () => {
    const own = await register({}, token);
    const customer = fromGlobalId('Customer', own.customer.id) ?? '';
    const customerToken = await intake.tokenFor({ tenant: 'people', role: 'customer', customer });
    expect((await intake.ask(customerToken, FIND)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const ME = 'query Me($id: ID!) { customer(id: $id) { name } }';
    expect((await intake.ask(customerToken, ME, { id: own.customer.id })).data).toEqual({ customer: { name: '王芳' } });
    const stranger = await register({}, token);
    expect((await intake.ask(customerToken, ME, { id: stranger.customer.id })).data).toEqual({ customer: null });
  });

  it('shows nothing of a customer whose key was destroyed', async () => {
    const erased = await register({ text: 'to be forgotten' }, token);
    const id = fromGlobalId('Customer', erased.customer.id) ?? '';
    await intake.database.transaction('people', (tx) =>
      tx.execute('UPDATE customer_identity SET wrapped_key = NULL WHERE tenant_id = :tenantId AND customer_id = :id', {
        id,
      }),
    );
    const ONE = 'query One($id: ID!) { complaint(id: $id) { number text customer { name email } } }';
    expect((await intake.ask(token, ONE, { id: erased.id })).data).toEqual({
      complaint: { number: erased.number, text: null, customer: { name: null, email: null } },
    });
  });
});
