import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { eventually } from '../testing/eventually';
import { startSampleGateway, type SampleGateway } from '../testing/sample-gateway';

let gateway: SampleGateway;
let authorization: string;
beforeAll(async () => {
  gateway = await startSampleGateway();
  authorization = `Bearer ${await gateway.token('agent')}`;
});
afterAll(() => gateway.close());

const CHANGES = 'subscription ($times: Int) { caseChanged(times: $times) { id stage settlements { id } } }';
const JOINED = [1, 2, 3].map((n) => ({
  caseChanged: { id: `k${n}`, stage: 'INVESTIGATION', settlements: [{ id: `s-k${n}-1.00` }, { id: `s-k${n}-2.00` }] },
}));
const openAtSubgraph = () => gateway.subgraphs['case-handling'].openStreams();

describe('a subscription over server-sent events', () => {
  const client = () => createSseClient({ url: gateway.url, headers: { authorization }, retryAttempts: 0 });

  it('brings every event, joined, and ends', async () => {
    const events = [];
    for await (const { data } of client().iterate({ query: CHANGES, variables: { times: 3 } })) events.push(data);
    expect(events).toEqual(JOINED);
  });

  it('frees the subgraph when the client goes away', async () => {
    const leave = new AbortController();
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization },
      body: JSON.stringify({ query: 'subscription { caseWatched { id } }' }),
      signal: leave.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await eventually(() => expect(openAtSubgraph()).toBe(1));
    leave.abort();
    await eventually(() => expect(openAtSubgraph()).toBe(0));
  });

  it('says in the stream what is wrong with the document, and in the status who is not known', async () => {
    const ask = (query: string, headers: Record<string, string>) =>
      gateway.post({ query }, { accept: 'text/event-stream', ...headers });
    const wrong = await ask('subscription { nothing }', { authorization });
    expect(wrong.status).toBe(200);
    expect(await wrong.text()).toMatch(/event: next\ndata: {"errors".*GRAPHQL_VALIDATION_FAILED.*\n\nevent: complete/s);
    expect((await ask('subscription { caseWatched { id } }', {})).status).toBe(401);
  });

  it('is refused to a client that cannot read a stream, and leaves nothing open', async () => {
    const response = await gateway.post({ query: 'subscription { caseWatched { id } }' }, { authorization });
    expect(response.status).toBe(406);
    await eventually(() => expect(openAtSubgraph()).toBe(0));
  });
});

describe('over WebSocket', () => {
  const clients: Client[] = [];
  const connect = (connectionParams: Record<string, unknown>) => {
    const client = createSocketClient({
      url: gateway.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams,
    });
    clients.push(client);
    return client;
  };
  afterEach(() => Promise.all(clients.splice(0).map(async (client) => client.dispose())));

  it('a subscription brings every event, joined, and ends', async () => {
    const events = [];
    for await (const { data } of connect({ authorization }).iterate({ query: CHANGES, variables: { times: 3 } })) {
      events.push(data);
    }
    expect(events).toEqual(JOINED);
  });

  it('a query and a mutation are answered as over HTTP', async () => {
    const client = connect({ authorization });
    const ask = async (query: string) => (await client.iterate({ query }).next()).value as { data: unknown };
    expect((await ask('{ complaint(id: "c1") { number } }')).data).toEqual({ complaint: { number: 'N-c1' } });
    expect((await ask('mutation { registerComplaint(title: "x") { title } }')).data).toEqual({
      registerComplaint: { title: 'x' },
    });
  });

  it('the subgraph is freed when the client completes, and when it vanishes', async () => {
    const first = connect({ authorization }).iterate({ query: 'subscription { caseWatched { id } }' });
    await first.next();
    const client = connect({ authorization });
    await client.iterate({ query: 'subscription { caseWatched { id } }' }).next();
    await eventually(() => expect(openAtSubgraph()).toBe(2));
    await first.return?.();
    await eventually(() => expect(openAtSubgraph()).toBe(1));
    client.terminate();
    await eventually(() => expect(openAtSubgraph()).toBe(0));
  });

  it('errors are coded and masked', async () => {
    const client = connect({ authorization });
    const failing = client.iterate({ query: 'subscription { nothing }' }).next();
    await expect(failing).rejects.toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    const answer = (await client.iterate({ query: '{ fails(how: "mysql://root") }' }).next()).value as unknown;
    expect(JSON.stringify(answer)).toContain('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(answer)).not.toContain('mysql');
  });

  it('a bad token closes the socket, none leaves the public part', async () => {
    await expect(
      connect({ authorization: 'Bearer a.b.c' }).iterate({ query: '{ regulations }' }).next(),
    ).rejects.toMatchObject({
      code: 4401,
    });
    const client = connect({});
    expect((await client.iterate({ query: '{ regulations }' }).next()).value).toMatchObject({
      data: { regulations: ['company-24h-3wd-7wd'] },
    });
    await expect(client.iterate({ query: CHANGES }).next()).rejects.toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });

  it('an oversized message closes the socket', async () => {
    const query = `{ regulations } #${'x'.repeat(100_001)}`;
    await expect(connect({ authorization }).iterate({ query }).next()).rejects.toMatchObject({ code: 1009 });
  });
});
