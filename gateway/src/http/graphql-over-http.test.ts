import { startSampleGateway, TRUSTED, type SampleGateway } from '../testing/sample-gateway';
import { documentId } from '../documents/trusted-documents';

let gateway: SampleGateway;
let authorization: string;
beforeAll(async () => {
  gateway = await startSampleGateway();
  authorization = `Bearer ${await gateway.token('agent')}`;
});
afterAll(() => gateway.close());

interface Body {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await gateway.post(body, { authorization, ...headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

const codeOf = ({ errors }: Body) => errors?.[0]?.extensions['code'];

describe('a request over HTTP', () => {
  it('is answered', async () => {
    const { status, headers, body } = await post({ query: '{ complaint(id: "c1") { number case { stage } } }' });
    expect(status).toBe(200);
    expect(body.data).toEqual({ complaint: { number: 'N-c1', case: { stage: 'INVESTIGATION' } } });
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it('keeps its trace, language and request id down to the subgraphs', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const { headers, body } = await post(
      { query: '{ whoAmI }' },
      { traceparent, 'accept-language': 'en', 'x-request-id': 'request-of-client' },
    );
    expect(headers.get('x-request-id')).toBe('request-of-client');
    expect(JSON.parse(String(body.data?.['whoAmI']))).toEqual([authorization, 'en', traceparent, 'request-of-client']);
  });

  it('shows the trace id with each error', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const { body } = await post({ query: '{ fails(how: "x") }' }, { traceparent });
    expect(body.errors?.[0]?.extensions['traceId']).toBe('0af7651916cd43dd8448eb211c80319c');
  });

  it.each([
    ['a batch', [{ query: '{ __typename }' }], 400, 'BAD_REQUEST'],
    ['no JSON', '{ "query": ', 400, 'BAD_REQUEST'],
    ['a body above 100 kB', { query: `{ __typename } #${'x'.repeat(100_001)}` }, 413, 'LIMIT_EXCEEDED'],
    ['an unknown document', { documentId: 'sha256:00' }, 404, 'DOCUMENT_NOT_FOUND'],
  ])('refuses %s', async (_, body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(codeOf(answer.body)).toBe(code);
  });

  it('refuses a body above 100 kB whose length was not told', async () => {
    const chunks = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(' '.repeat(50_000)));
      },
    });
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: chunks, duplex: 'half' };
    // The server answers and closes while the client still sends; either may be seen first.
    const status = await fetch(gateway.url, request as RequestInit).then(
      (response) => response.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(status);
  });

  it('takes a trusted document by its id, by POST and by GET', async () => {
    const id = documentId(TRUSTED);
    expect((await post({ documentId: id })).body.data).toEqual({ complaint: { number: 'N-c7' } });
    const got = await fetch(`${gateway.url}?documentId=${id}`, { headers: { authorization } });
    expect(((await got.json()) as Body).data).toEqual({ complaint: { number: 'N-c7' } });
  });

  it('never changes anything over GET', async () => {
    const query = encodeURIComponent('mutation { registerComplaint(title: "x") { id } }');
    gateway.subgraphs.intake.requests.length = 0;
    const response = await fetch(`${gateway.url}?query=${query}`, { headers: { authorization } });
    expect(response.status).toBe(405);
    expect(gateway.subgraphs.intake.requests).toHaveLength(0);
  });

  it('lets listed origins in, and no others', async () => {
    const ask = (origin: string) => fetch(gateway.url, { method: 'OPTIONS', headers: { origin } });
    expect((await ask('https://app.example.org')).headers.get('access-control-allow-origin')).toBe(
      'https://app.example.org',
    );
    expect((await ask('https://evil.example.org')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('finds nothing elsewhere, no explorer either where it is not switched on', async () => {
    for (const path of ['/', '/explorer/', '/graphql/x', '/healthcheck', '/readiness']) {
      expect((await fetch(gateway.url.replace('/graphql', path))).status).toBe(404);
    }
  });
});

describe('identity', () => {
  const anonymous = async (query: string, headers: Record<string, string> = {}) => {
    const response = await gateway.post({ query }, headers);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  };

  it('answers without a token what its service declared public', async () => {
    expect((await anonymous('{ __typename regulations motto { text } }')).body.data).toEqual({
      __typename: 'Query',
      regulations: ['company-24h-3wd-7wd'],
      motto: { text: 'Redress.' },
    });
  });

  it.each([
    ['a field that nobody declared public', '{ regulations complaint(id: "c1") { id } }'],
    ['a fragment with such a field', '{ ...F } fragment F on Query { complaint(id: "c1") { id } }'],
    ['a guarded field below a public one', '{ motto { author } }'],
    ['a mutation', 'mutation { registerComplaint(title: "x") { id } }'],
  ])('refuses %s without a token, and asks nobody', async (_, query) => {
    gateway.subgraphs.intake.requests.length = 0;
    const { status, headers, body } = await anonymous(query);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(codeOf(body)).toBe('UNAUTHENTICATED');
    expect(gateway.subgraphs.intake.requests).toHaveLength(0);
  });

  it('refuses a token that is expired, of somebody else or no token at all, for public fields too', async () => {
    const expired = await gateway.token('agent', -60);
    for (const value of [`Bearer ${expired}`, 'Bearer abc', 'Basic abc', `${authorization}x`]) {
      const { status, body } = await anonymous('{ regulations }', { authorization: value });
      expect([status, codeOf(body)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  it('shows the schema to nobody, unless that is switched on', async () => {
    const { body } = await post({ query: '{ __schema { types { name } } }' });
    expect(codeOf(body)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(body.data).toBeUndefined();
  });

  it('does not give the schema away by suggestions', async () => {
    const { body } = await post({ query: '{ complaint(id: "c1") { numbr } }' });
    expect(codeOf(body)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(body)).not.toMatch(/Did you mean|"number"/);
    const variable = await post({ query: 'query ($s: Statuz) { __typename }' });
    expect(JSON.stringify(variable.body)).not.toMatch(/Did you mean|Status"/);
  });
});
