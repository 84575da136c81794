import { getIntrospectionQuery } from 'graphql';
import { toGlobalId } from '../nodes/global-id';
import { aHandler, someTickets, startDemo } from '../demo/demo-subgraph';

type Demo = Awaited<ReturnType<typeof startDemo>>;
interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

const close = `mutation ($input: CloseTicketInput!) {
  closeTicket(input: $input) { ticket { state cost { amount minorUnits currency } } userErrors { code message path retryable details { maximum { amount } currentVersion } } }
}`;

async function json(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}

function codeOf(answer: Answer): unknown {
  return answer.errors?.[0]?.extensions['code'];
}

describe('a subgraph over HTTP', () => {
  let demo: Demo;
  const foreign = someTickets(1, 'other');
  beforeEach(async () => {
    demo = await startDemo([...someTickets(60), ...foreign]);
  });
  afterEach(() => demo.server.close());

  const inputFor = (index: number, amount = '99.90') => ({
    ticketId: toGlobalId('Ticket', demo.store.rows[index]?.id ?? ''),
    cost: { amount, currency: 'CNY' },
    expectedVersion: 1,
  });

  describe('called by anyone but the gateway', () => {
    it.each([
      [
        'an introspection query',
        {
          method: 'POST',
          body: '{"query":"{__schema{types{name}}}"}',
          headers: { 'content-type': 'application/json' },
        },
      ],
      ['a query over GET', { method: 'GET' }],
      ['a body that is no JSON', { method: 'POST', body: '<x/>', headers: { 'content-type': 'text/xml' } }],
      [
        'a huge body',
        {
          method: 'POST',
          body: 'x'.repeat(2_000_000),
          headers: { 'redress-signature': `v1.k1.${Date.now()}.${'A'.repeat(22)}.${'A'.repeat(43)}` },
        },
      ],
      [
        'an event stream',
        {
          method: 'POST',
          body: '{"query":"subscription{ticketChanged{id}}"}',
          headers: { accept: 'text/event-stream' },
        },
      ],
      [
        'a signature of its own making',
        {
          method: 'POST',
          body: '{}',
          headers: { 'redress-signature': `v1.k1.${Date.now()}.${'A'.repeat(22)}.${'A'.repeat(43)}` },
        },
      ],
    ])('answers 401 and nothing else to %s', async (_, init) => {
      const response = await fetch(demo.server.url, init);
      expect([response.status, await response.text()]).toEqual([401, '{}']);
    });

    it('answers 401 to a request of the gateway that is played again', async () => {
      const body = JSON.stringify({ query: '{ __typename }' });
      const init = { method: 'POST', body, headers: await demo.headersFor(body, aHandler) };
      expect((await fetch(demo.server.url, init)).status).toBe(200);
      expect((await fetch(demo.server.url, init)).status).toBe(401);
    });
  });

  it('answers UNAUTHENTICATED when the gateway lets a request without a token through', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const response = await fetch(demo.server.url, {
      method: 'POST',
      body,
      headers: await demo.headersFor(body, undefined),
    });
    expect(response.status).toBe(401);
    expect(await json(response)).toEqual({
      errors: [
        {
          message: 'This needs an access token.',
          extensions: { code: 'UNAUTHENTICATED', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown },
        },
      ],
    });
  });

  it('pages through a list forwards and backwards without a gap or a repetition, one statement a page', async () => {
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
      tickets(first: $first, after: $after, last: $last, before: $before) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    }`;
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { data, errors } = await json(await demo.send({ query, variables: { first: 7, after } }));
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = data?.['tickets'] as {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...nodes.map((node) => node.id));
      [more, after] = [pageInfo.hasNextPage, pageInfo.endCursor];
    }
    expect(new Set(seen).size).toBe(60);
    expect(demo.store.statements).toHaveLength(9);
    const { data } = await json(await demo.send({ query, variables: { last: 5, before: after } }));
    const back = data?.['tickets'] as { nodes: { id: string }[]; pageInfo: { hasPreviousPage: boolean } };
    expect(back.nodes.map((node) => node.id)).toEqual(seen.slice(54, 59));
    expect(back.pageInfo.hasPreviousPage).toBe(true);
  });

  it('counts only when asked', async () => {
    await demo.send({ query: '{ tickets(first: 1) { edges { cursor node { title } } } }' });
    expect(demo.store.statements).toHaveLength(1);
    const { data } = await json(await demo.send({ query: '{ tickets { totalCount { value exact } } }' }));
    expect(data).toEqual({ tickets: { totalCount: { value: 60, exact: true } } });
  });

  it.each([
    ['PAGE_SIZE_INVALID', '{ tickets(first: 101) { nodes { id } } }'],
    ['PAGE_SIZE_INVALID', '{ tickets(first: 1, last: 1) { nodes { id } } }'],
    ['CURSOR_INVALID', '{ tickets(after: "eyJ.AAAA") { nodes { id } } }'],
    ['BAD_USER_INPUT', 'subscription { ticketChanged { id } }'],
    ['FORBIDDEN', '{ _service { sdl } }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ __schema { queryType { name } } }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ ticketz { id } }'],
    ['GRAPHQL_PARSE_FAILED', '{ tickets('],
    ['LIMIT_EXCEEDED', `{ ${Array.from({ length: 201 }, (_, index) => `a${index}: __typename`).join(' ')} }`],
    ['LIMIT_EXCEEDED', `{ ${'a '.repeat(15_000)} }`],
    ['LIMIT_EXCEEDED', `{ __typename ${'@include(if: true) '.repeat(201)} }`],
  ])('answers %s to %j', async (code, query) => {
    const answer = await json(await demo.send({ query }));
    expect(codeOf(answer)).toBe(code);
    expect(JSON.stringify(answer)).not.toMatch(/did you mean|ticketz|stack|node_modules/i);
  });

  it('masks faults: the cause is in the log, the caller gets a trace id', async () => {
    const answer = await json(
      await demo.send({ query: '{ broken }' }, aHandler, { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` }),
    );
    expect(answer.errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        locations: expect.anything() as unknown,
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: 'ab'.repeat(16) },
      },
    ]);
    const line = demo.logLines.find((text) => text.includes('ER_PARSE_ERROR'));
    expect(line).toContain('ab'.repeat(16));
  });

  it.each([
    [{ expectedVersion: 'x' }, /it has another type/],
    [{ ticketId: null }, /must not be null/],
    [{ secretField: 1 }, /not known/],
    [{ cost: { amount: '1e3', currency: 'CNY' } }, /at "input.cost.amount": expected a plain decimal number/],
    [{ cost: { amount: '1', currency: 'XXX' } }, /expected an ISO 4217/],
  ])(
    'says what is wrong with variables such as %j, without the value and without the schema',
    async (change, reason) => {
      const response = await demo.send({ query: close, variables: { input: { ...inputFor(0), ...change } } });
      const answer = await json(response);
      expect([response.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.message).toMatch(reason);
      expect(answer.errors?.[0]?.message).not.toMatch(/1e3|XXX|CloseTicketInput|Did you mean/);
    },
  );

  describe('a mutation', () => {
    it('answers the changed object', async () => {
      const { data } = await json(await demo.send({ query: close, variables: { input: inputFor(0) } }));
      expect(data?.['closeTicket']).toEqual({
        ticket: { state: 'CLOSED', cost: { amount: '99.90', minorUnits: '9990', currency: 'CNY' } },
        userErrors: [],
      });
    });

    it.each([
      ['en', 'A ticket costs 100.00 CNY at most.'],
      ['zh-CN,zh;q=0.9,en;q=0.8', '工单费用最高为 100.00 CNY。'],
    ])('says why it was refused, in the language of %s', async (language, message) => {
      const response = await demo.send({ query: close, variables: { input: inputFor(1, '100.01') } }, aHandler, {
        'accept-language': language,
      });
      expect((await json(response)).data?.['closeTicket']).toEqual({
        ticket: null,
        userErrors: [
          {
            code: 'TICKET_TOO_EXPENSIVE',
            message,
            path: null,
            retryable: false,
            details: { maximum: { amount: '100.00' }, currentVersion: null },
          },
        ],
      });
    });

    it('is FORBIDDEN without the role, and finds nothing of another tenant', async () => {
      const auditor = await json(
        await demo.send({ query: close, variables: { input: inputFor(2) } }, { ...aHandler, roles: ['auditor'] }),
      );
      expect(codeOf(auditor)).toBe('FORBIDDEN');
      const stranger = await json(await demo.send({ query: close, variables: { input: inputFor(60) } }));
      expect(stranger.data?.['closeTicket']).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    });

    it('cannot be sent over GET', async () => {
      const path = `/graphql?query=${encodeURIComponent('mutation { closeTicket }')}`;
      const { signRequest } = await import('@redress/identity');
      const authorization = `Bearer ${await demo.issuer.mintToken(aHandler)}`;
      const signature = signRequest(demo.requestKeys, { method: 'GET', path, authorization });
      const response = await fetch(new URL(path, demo.server.url), {
        headers: { authorization, 'redress-signature': signature },
      });
      expect(response.status).toBe(405);
    });
  });

  it('shows its schema where introspection is on', async () => {
    const open = await startDemo([], { introspection: true });
    try {
      const { data, errors } = await json(await open.send({ query: getIntrospectionQuery() }));
      expect(errors).toBeUndefined();
      expect(data).toHaveProperty('__schema.types');
      expect((await json(await open.send({ query: '{ _service { sdl } }' }))).errors).toBeUndefined();
      const wrong = await json(await open.send({ query: '{ ticketz { id } }' }));
      expect(wrong.errors?.[0]?.message).toMatch(/Cannot query field "ticketz".*Did you mean/);
    } finally {
      await open.server.close();
    }
  });

  it('takes no batch, and no body over 250 kB but for representations', async () => {
    expect(codeOf(await json(await demo.send([{ query: '{ __typename }' }])))).toBe('BAD_USER_INPUT');
    const padding = 'x'.repeat(250_000);
    expect((await demo.send({ query: '{ __typename }', variables: { padding } })).status).toBe(413);
    const representations = [{ __typename: 'Ticket', id: padding }];
    expect((await demo.send({ query: '{ __typename }', variables: { representations } })).status).toBe(200);
  });

  it('resolves references in one call for a type and key shape, and hides what is not there or not ours', async () => {
    const ids = [0, 1, 1, 60].map((index) => toGlobalId('Ticket', demo.store.rows[index]?.id ?? ''));
    const representations = [...ids, 'nonsense'].map((id) => ({ __typename: 'Ticket', id }));
    const query = `query ($representations: [_Any!]!) {
      a: _entities(representations: $representations) { ... on Ticket { title stateLabel zh: stateLabel(locale: ZH_CN) } }
      b: _entities(representations: $representations) { ... on Ticket { id } }
    }`;
    const { data, errors } = await json(await demo.send({ query, variables: { representations } }));
    expect(errors).toBeUndefined();
    const first = { title: 'ticket 0', stateLabel: 'open', zh: '待处理' };
    const second = { title: 'ticket 1', stateLabel: 'open', zh: '待处理' };
    expect(data?.['a']).toEqual([first, second, second, null, null]);
    expect(demo.store.statements).toEqual(['references 4']);
  });

  it('finishes what is in flight when it closes, and takes nothing new', async () => {
    const pending = demo.send({ query: '{ slow }' });
    await demo.store.slow.begun;
    const closed = demo.server.close();
    demo.store.slow.finish();
    expect(await json(await pending)).toEqual({ data: { slow: 'done' } });
    await closed;
    await expect(demo.send({ query: '{ __typename }' })).rejects.toThrow();
  });
});
