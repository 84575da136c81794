import { eventually } from '../testing/eventually';
import { AGENT, openSampleGraph, type SampleGraph } from '../testing/sample-graph';

let sample: SampleGraph;
beforeAll(async () => {
  sample = await openSampleGraph();
});
afterEach(() => {
  for (const subgraph of Object.values(sample.subgraphs)) {
    subgraph.behave('normal');
    subgraph.requests.length = 0;
    subgraph.remark({});
  }
  sample.logged.length = 0;
});
afterAll(() => sample.close());

async function single(...args: Parameters<SampleGraph['ask']>) {
  const answer = await sample.ask(...args);
  if (answer.kind !== 'single') throw new Error('a stream was not expected');
  return answer;
}

const LIST =
  '{ complaints(first: 3) { nodes { id number case { stage settlements { id amount { amount currency } } } } } }';

describe('an operation over three subgraphs', () => {
  it('is answered in the order and shape in which it was asked, with one request for each step', async () => {
    const { result, status } = await single(LIST);
    expect(status).toBe(200);
    expect(result.errors).toBeUndefined();
    expect(result.data).toEqual({
      complaints: {
        nodes: [0, 1, 2].map((index) => ({
          id: `c${index}`,
          number: `N-c${index}`,
          case: {
            stage: 'INVESTIGATION',
            settlements: ['1.00', '2.00'].map((amount) => ({
              id: `s-k${index}-${amount}`,
              amount: { amount, currency: 'CNY' },
            })),
          },
        })),
      },
    });
    expect(sample.subgraphs.intake.requests).toHaveLength(1);
    expect(sample.subgraphs['case-handling'].requests).toHaveLength(1);
    expect(sample.subgraphs.finance.requests).toHaveLength(1);
  });

  it('asks for each object once, however often it stands in the answer', async () => {
    const { result } = await single('{ complaintsById(ids: ["c1", "c2", "c1", "none"]) { id case { id stage } } }');
    expect(result.data?.['complaintsById']).toEqual(
      ['1', '2', '1']
        .map((n) => ({ id: `c${n}`, case: { id: `k${n}`, stage: 'INVESTIGATION' } }))
        .concat([null as never]),
    );
    expect(sample.subgraphs['case-handling'].requests[0]?.variables?.['representations']).toHaveLength(2);
  });

  it('keeps aliases, fragments, unions, interfaces and conditions apart', async () => {
    const query = `query ($yes: Boolean!, $no: Boolean!) {
      __typename
      first: complaint(id: "c1") { ...Common case @include(if: $no) { id } again: title }
      second: complaint(id: "c2") { ...Common case @skip(if: $no) { id settlements @include(if: $yes) { id } } }
      hits { __typename ... on Numbered { number } ... on Complaint { label: title case { stage } } ... on Customer { label: name } }
    }
    fragment Common on Complaint { number kind: __typename case @include(if: $yes) { stage } }`;
    const { result } = await single(query, { variables: { yes: true, no: false } });
    expect(result.errors).toBeUndefined();
    expect(result.data).toEqual({
      __typename: 'Query',
      first: { number: 'N-c1', kind: 'Complaint', case: { stage: 'INVESTIGATION' }, again: 'title of c1' },
      second: {
        number: 'N-c2',
        kind: 'Complaint',
        case: { stage: 'INVESTIGATION', id: 'k2', settlements: [{ id: 's-k2-1.00' }, { id: 's-k2-2.00' }] },
      },
      hits: [
        { __typename: 'Complaint', number: 'N-c1', label: 'title of c1', case: { stage: 'INVESTIGATION' } },
        { __typename: 'Customer', number: 'P-1', label: '张三' },
      ],
    });
  });

  it('completes what a mutation answers', async () => {
    const { result } = await single('mutation ($t: String!) { registerComplaint(title: $t) { title case { id } } }', {
      variables: { t: '一个投诉' },
    });
    expect(result.data).toEqual({ registerComplaint: { title: '一个投诉', case: { id: 'k9' } } });
  });

  it('passes on who asks, the language, the trace and the request id', async () => {
    const { result } = await single('{ whoAmI }');
    const [authorization, language, , requestId] = JSON.parse(String(result.data?.['whoAmI'])) as string[];
    expect([authorization, language, requestId]).toEqual(['Bearer a.b.c', 'zh-CN', 'request-1']);
  });

  it('treats an unknown object as null, and asks nobody about it', async () => {
    const { result } = await single('{ complaint(id: "none") { case { id } } }');
    expect(result).toMatchObject({ data: { complaint: null } });
    expect(sample.subgraphs['case-handling'].requests).toHaveLength(0);
  });

  it('shows what it was charged', async () => {
    const { result } = await single(LIST);
    expect(result.extensions).toEqual({ cost: { requested: expect.any(Number) as number, maximum: 5_000 } });
  });

  it('passes on what subgraphs remark about their answers, each for itself', async () => {
    sample.subgraphs.intake.remark({ intake: { engines: ['facts', 'duckdb', 'facts'] }, finance: { engines: ['x'] } });
    sample.subgraphs['case-handling'].remark({ 'case-handling': { engines: ['y'], wrong: 7 }, cost: { requested: 0 } });
    const { result } = await single(LIST);
    expect(result.extensions).toEqual({
      intake: { engines: ['duckdb', 'facts'] },
      'case-handling': { engines: ['y'], wrong: [] },
      cost: expect.objectContaining({ maximum: expect.any(Number) as number }) as object,
    });
  });

  it('refuses variables that do not fit, without asking anybody', async () => {
    const { result, status } = await single('query ($f: Int!) { complaints(first: $f) { nodes { id } } }', {
      variables: { f: 'many' },
    });
    expect(status).toBe(400);
    expect(result.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect(sample.subgraphs.intake.requests).toHaveLength(0);
  });
});

describe('when a subgraph does not answer', () => {
  it('shows the rest, null where it would have answered, and a coded error at each place', async () => {
    sample.subgraphs.finance.behave('garbage');
    const { result, status } = await single(
      '{ complaints(first: 2) { nodes { id case { stage settlements { id } } } } }',
    );
    expect(status).toBe(200);
    expect(result.data).toEqual({
      complaints: {
        nodes: [0, 1].map((index) => ({ id: `c${index}`, case: { stage: 'INVESTIGATION', settlements: null } })),
      },
    });
    expect(result.errors?.map(({ path }) => path?.join('.'))).toEqual([
      'complaints.nodes.0.case.settlements',
      'complaints.nodes.1.case.settlements',
    ]);
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', retryable: true });
    expect(JSON.stringify(result)).not.toMatch(/finance|127\.0\.0\.1|html/);
  });

  it('tries a query again while the subgraph starts', async () => {
    sample.subgraphs['case-handling'].behave('unready', 1);
    sample.subgraphs.finance.behave('reset', 1);
    const { result } = await single(LIST);
    expect(result.errors).toBeUndefined();
  });

  it('never repeats a mutation, and says that its outcome is unknown', async () => {
    sample.subgraphs.intake.behave('reset', 1);
    const { result } = await single('mutation { registerComplaint(title: "x") { id } }');
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'OUTCOME_UNKNOWN', retryable: true });
    expect(sample.subgraphs.intake.requests).toHaveLength(1);
  });

  it('gives a silent one up', async () => {
    // Long enough for the others to answer on a slow machine.
    const impatient = await openSampleGraph({ timeoutMs: 2_000 });
    impatient.subgraphs.finance.behave('silent');
    const answer = await impatient.ask('{ complaint(id: "c1") { case { id settlements { id } } } }');
    expect(answer).toMatchObject({
      result: {
        data: { complaint: { case: { id: 'k1', settlements: null } } },
        errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
      },
    });
    await impatient.close();
  });

  it('takes a null up to the next place that may be null', async () => {
    sample.subgraphs['case-handling'].behave('garbage');
    const { result } = await single('{ complaint(id: "c1") { id case { id stage } } }');
    expect(result.data).toEqual({ complaint: { id: 'c1', case: null } });
    sample.subgraphs.intake.behave('garbage');
    expect((await single('{ complaints(first: 1) { nodes { id } } }')).result.data).toBeNull();
  });
});

describe('a question about the schema', () => {
  it('is answered here, but not together with data', async () => {
    const open = await openSampleGraph({ introspection: true });
    const about = '__schema { queryType { name } }';
    expect(await open.ask(`{ ${about} }`)).toMatchObject({
      result: { data: { __schema: { queryType: { name: 'Query' } } } },
    });
    expect(await open.ask(`{ ${about} complaint(id: "c1") { id } }`)).toMatchObject({
      status: 400,
      result: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    });
    await open.close();
  });
});

describe('faults', () => {
  it('are masked, logged and found again by their trace id', async () => {
    const { result } = await single('{ fails(how: "connect mysql://root@db refused") }');
    expect(result.data).toEqual({ fails: null });
    expect(result.errors?.[0]).toMatchObject({ path: ['fails'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(JSON.stringify(result)).not.toContain('mysql');
  });
});

describe('a subscription', () => {
  const collect = async (query: string) => {
    const answer = await sample.ask(query);
    if (answer.kind !== 'stream') throw new Error(JSON.stringify(answer));
    const results = [];
    for await (const result of answer.results) results.push(result);
    return results;
  };

  it('completes each event from the other subgraphs, in order', async () => {
    const results = await collect('subscription { caseChanged(times: 3) { id stage settlements { id } total } }');
    expect(results.map(({ data }) => data?.['caseChanged'])).toEqual(
      [1, 2, 3].map((n) => ({
        id: `k${n}`,
        stage: 'INVESTIGATION',
        settlements: [{ id: `s-k${n}-1.00` }, { id: `s-k${n}-2.00` }],
        total: `k${n} at level 2`,
      })),
    );
  });

  it('keeps the errors of one event to that event', async () => {
    sample.subgraphs.finance.behave('garbage', 1);
    const results = await collect('subscription { caseChanged(times: 2) { id settlements { id } } }');
    expect(results.map(({ errors }) => errors?.[0]?.extensions?.['code'])).toEqual(['SUBGRAPH_UNAVAILABLE', undefined]);
  });

  it('closes the stream of the subgraph when the client leaves', async () => {
    const answer = await sample.ask('subscription { caseWatched { id } }');
    if (answer.kind !== 'stream') throw new Error(JSON.stringify(answer));
    const iterator = answer.results;
    expect((await iterator.next()).value).toEqual({ data: { caseWatched: { id: 'k1' } } });
    expect(sample.subgraphs['case-handling'].openStreams()).toBe(1);
    expect(sample.graph.openStreams()).toBe(1);
    await iterator.return();
    await eventually(() => expect(sample.subgraphs['case-handling'].openStreams()).toBe(0));
    expect(sample.graph.openStreams()).toBe(0);
  });

  it('ends when the token expires', async () => {
    const timers = jest.spyOn(globalThis, 'setTimeout');
    const viewer = { ...AGENT, tokenId: 'short', expiresAt: new Date(Date.now() + 3_600_000) };
    const answer = await sample.ask('subscription { caseWatched { id } }', { viewer });
    if (answer.kind !== 'stream') throw new Error(JSON.stringify(answer));
    // Nothing else here waits for so long.
    const [expire] = timers.mock.calls.find(([, ms]) => (ms ?? 0) > 1_800_000) ?? [];
    timers.mockRestore();
    const codes = [];
    for await (const { errors } of answer.results) {
      codes.push(errors?.[0]?.extensions?.['code']);
      expire?.();
    }
    expect(codes).toEqual([undefined, 'UNAUTHENTICATED']);
  });

  it('cannot be held open in any number by one token', async () => {
    const iterators = await Promise.all(
      Array.from({ length: 51 }, async () => {
        const answer = await sample.ask('subscription { caseWatched { id } }');
        if (answer.kind !== 'stream') throw new Error(JSON.stringify(answer));
        return answer.results;
      }),
    );
    const firsts = await Promise.all(iterators.map(async (iterator) => iterator.next()));
    const refused = firsts.filter(({ value }) => (value as { errors?: unknown }).errors !== undefined);
    expect(refused).toHaveLength(1);
    await Promise.all(iterators.map(async (iterator) => iterator.return()));
  });
});
