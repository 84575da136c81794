import { createClient } from 'graphql-sse';
import type { ExecutionResult } from 'graphql-sse';
import { aHandler, someTickets, startDemo } from '../demo/demo-subgraph';

type Demo = Awaited<ReturnType<typeof startDemo>>;

const query = 'subscription { ticketChanged { title state } }';

async function eventually(probe: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 1_600; attempt += 1) {
    if (probe()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not happen');
}

/** Subscribes with the reference client, signing as the gateway does. */
function listen(demo: Demo, document = query, claims = aHandler) {
  const results: ExecutionResult[] = [];
  const state = { ended: false, failed: undefined as unknown };
  const client = createClient({
    url: demo.server.url,
    retryAttempts: 0,
    fetchFn: async (url: string, init: { body: string; signal: AbortSignal }) =>
      fetch(url, {
        ...init,
        method: 'POST',
        headers: await demo.headersFor(init.body, claims, { accept: 'text/event-stream' }),
      }),
  });
  const stop = client.subscribe(
    { query: document },
    {
      next: (result) => void results.push(result as ExecutionResult),
      complete: () => (state.ended = true),
      error: (error) => (state.failed = error),
    },
  );
  return { results, state, stop };
}

describe('a subscription over server-sent events', () => {
  let demo: Demo;
  const rows = () => [...someTickets(1), ...someTickets(1, 'other')];
  beforeEach(async () => {
    demo = await startDemo(rows());
  });
  afterEach(() => demo.server.close());

  /** Publishes until it is seen, because a client cannot tell when its subscription has begun. */
  async function publishUntilSeen(listener: ReturnType<typeof listen>, count = 1): Promise<void> {
    await eventually(() => {
      if (listener.results.length < count) demo.pubSub.publish('ticketChanged', 'acme', demo.store.rows[0]?.id);
      return listener.results.length >= count || listener.state.failed !== undefined;
    });
  }

  it('shows what is true at each event, to its own tenant only', async () => {
    const listener = listen(demo);
    const stranger = listen(demo, query, { ...aHandler, tenantId: 'other' });
    await publishUntilSeen(listener);
    expect(listener.results[0]).toEqual({ data: { ticketChanged: { title: 'ticket 0', state: 'OPEN' } } });
    for (const row of demo.store.rows) row.state = 'CLOSED';
    const closed = { data: { ticketChanged: { title: 'ticket 0', state: 'CLOSED' } } };
    // What was published before may still be on its way.
    await eventually(() => {
      demo.pubSub.publish('ticketChanged', 'acme', demo.store.rows[0]?.id);
      return JSON.stringify(listener.results.at(-1)) === JSON.stringify(closed);
    });
    expect(stranger.results).toEqual([]);
    listener.stop();
    stranger.stop();
  });

  it('forgets a client that has gone', async () => {
    const listener = listen(demo);
    await publishUntilSeen(listener);
    expect(demo.pubSub.listening()).toBe(1);
    listener.stop();
    await eventually(() => demo.pubSub.listening() === 0);
  });

  it('tells its clients to come again when the server closes', async () => {
    const listener = listen(demo);
    await publishUntilSeen(listener);
    await demo.server.close();
    await eventually(() => listener.state.ended);
    expect(listener.results.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'TEMPORARILY_UNAVAILABLE' } }] });
    demo = await startDemo(rows());
  });

  it('ends with the token', async () => {
    const body = JSON.stringify({ query });
    const authorization = `Bearer ${await demo.issuer.mintToken(aHandler, { validForSeconds: 1 })}`;
    const { signRequest } = await import('@redress/identity');
    const signature = signRequest(demo.requestKeys, { method: 'POST', path: '/graphql', body, authorization });
    const headers = {
      authorization,
      'redress-signature': signature,
      accept: 'text/event-stream',
      'content-type': 'application/json',
    };
    const text = await (await fetch(demo.server.url, { method: 'POST', body, headers })).text();
    expect(text).toContain('"code":"UNAUTHENTICATED"');
    expect(text).toMatch(/event: complete\ndata:\n\n$/);
  });

  it.each([
    ['GRAPHQL_VALIDATION_FAILED', 'subscription { nothing }'],
    ['BAD_USER_INPUT', '{ tickets { nodes { id } } }'],
    [
      'BAD_USER_INPUT',
      'mutation { closeTicket(input: { ticketId: "x", cost: { amount: "1", currency: "CNY" }, expectedVersion: 1 }) { ticket { id } } }',
    ],
    [
      'LIMIT_EXCEEDED',
      `subscription { ticketChanged { ${Array.from({ length: 201 }, (_, index) => `a${index}: id`).join(' ')} } }`,
    ],
  ])('answers %s to %.70j', async (code, document) => {
    const listener = listen(demo, document);
    await eventually(() => listener.state.ended);
    expect(listener.results).toMatchObject([
      { errors: [{ extensions: { code, traceId: expect.any(String) as unknown } }] },
    ]);
  });
});
