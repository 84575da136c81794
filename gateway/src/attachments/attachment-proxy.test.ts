import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash, randomBytes } from 'node:crypto';
import { eventually } from '../testing/eventually';
import { startSampleGateway, type SampleGateway } from '../testing/sample-gateway';

const FILE = randomBytes(600_000);
const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

let service: Server;
let gateway: SampleGateway;
const seen: { method?: string; path?: string; headers: IncomingMessage['headers']; digest?: string; cut?: boolean }[] =
  [];

async function receive(request: IncomingMessage): Promise<void> {
  const entry: (typeof seen)[number] = { headers: request.headers };
  if (request.method !== undefined) entry.method = request.method;
  if (request.url !== undefined) entry.path = request.url;
  seen.push(entry);
  const hash = createHash('sha256');
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) hash.update(chunk);
    entry.digest = hash.digest('hex');
  } catch {
    entry.cut = true;
  }
}

beforeAll(async () => {
  service = createServer((request, response) => {
    void receive(request).then(() => {
      if (request.method === 'GET') {
        const headers = {
          'content-type': 'text/html',
          'content-disposition': 'attachment',
          'set-cookie': 'a=b',
          server: 'x',
        };
        response.writeHead(200, headers).end(FILE);
      } else response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  const keeper = `http://127.0.0.1:${port}/graphql`;
  gateway = await startSampleGateway({
    ...{ attachments: keeper, financeFiles: keeper, reportFiles: keeper },
    attachmentBytes: 1_000_000,
  });
});
beforeEach(() => void seen.splice(0));
afterAll(async () => {
  await gateway.close();
  await new Promise((resolve) => service.close(resolve));
});

const address = (path: string) => gateway.url.replace('/graphql', `/attachments/${path}`);

describe('attachments', () => {
  it('are passed on as they come, with their query string and without foreign headers', async () => {
    const response = await fetch(address('upload/ticket?a=1'), {
      method: 'PUT',
      body: FILE,
      headers: { 'content-type': 'application/pdf', cookie: 'c=d', 'x-forwarded-for': '1.2.3.4' },
    });
    expect(response.status).toBe(201);
    expect(seen[0]).toMatchObject({ method: 'PUT', path: '/attachments/upload/ticket?a=1', digest: digest(FILE) });
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'application/pdf' });
    expect(seen[0]?.headers).not.toHaveProperty('cookie');
    expect(seen[0]?.headers).not.toHaveProperty('x-forwarded-for');
  });

  it('come back whole, and cannot run in the origin of the graph', async () => {
    const response = await fetch(address('download/link'));
    expect(digest(new Uint8Array(await response.arrayBuffer()))).toBe(digest(FILE));
    expect(response.headers.get('content-disposition')).toBe('attachment');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('above the limit are refused before they are read', async () => {
    const response = await fetch(address('upload/ticket'), { method: 'PUT', body: new Uint8Array(1_000_001) });
    expect(response.status).toBe(413);
    expect(seen).toHaveLength(0);
  });

  it('above the limit whose length was not told are cut off, and the service sees that they are incomplete', async () => {
    const chunk = new Uint8Array(100_000);
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setImmediate(resolve));
        controller.enqueue(chunk);
      },
    });
    const request = { method: 'PUT', body, duplex: 'half' } as RequestInit;
    const status = await fetch(address('upload/ticket'), request).then(
      (answer) => answer.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(status);
    await eventually(() => expect(seen[0]?.cut).toBe(true));
    expect(seen[0]?.digest).toBeUndefined();
  });

  it('are given up when the sender goes away', async () => {
    const request = httpRequest(address('upload/ticket'), { method: 'PUT' });
    request.on('error', () => undefined);
    request.write(Buffer.alloc(1_000));
    await eventually(() => expect(seen).toHaveLength(1));
    request.destroy();
    await eventually(() => expect(seen[0]?.cut).toBe(true));
  });

  it('refuse other methods', async () => {
    expect((await fetch(address('download/link'), { method: 'DELETE' })).status).toBe(405);
  });

  it('that cannot be reached are answered without saying where they would be', async () => {
    const lost = await startSampleGateway();
    const response = await fetch(lost.url.replace('/graphql', '/attachments/download/x'));
    expect(response.status).toBe(503);
    expect(await response.text()).not.toMatch(/127|ECONN/);
    await lost.close();
  });
});

describe('files of finance', () => {
  it('go to finance, and come back as those of others do', async () => {
    const path = '/finance-files/evidence/ticket';
    const sent = await fetch(gateway.url.replace('/graphql', path), { method: 'PUT', body: FILE });
    expect(sent.status).toBe(201);
    expect(seen[0]).toMatchObject({ method: 'PUT', path, digest: digest(FILE) });
    const paper = await fetch(gateway.url.replace('/graphql', '/finance-files/papers/link?language=en&copy=2'));
    expect(seen[1]).toMatchObject({ method: 'GET', path: '/finance-files/papers/link?language=en&copy=2' });
    expect(paper.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('do not go where others go', async () => {
    const apart = await startSampleGateway({ attachments: gateway.url });
    expect((await fetch(apart.url.replace('/graphql', '/finance-files/papers/link'))).status).toBe(503);
    await apart.close();
  });
});

describe('files of reports', () => {
  it('come from analytics, and from nowhere else', async () => {
    const path = '/report-files/reports/link?format=pdf&language=en';
    const passed = await fetch(gateway.url.replace('/graphql', path));
    expect(passed.headers.get('content-security-policy')).toContain('sandbox');
    expect(seen[0]).toMatchObject({ method: 'GET', path });
    const apart = await startSampleGateway({ attachments: gateway.url, financeFiles: gateway.url });
    expect((await fetch(apart.url.replace('/graphql', path))).status).toBe(503);
    await apart.close();
  });
});

describe('webhooks', () => {
  it.each(['/channels/sms/0123456789', '/work-orders/0123456789'])(
    'to %s are passed on with their signature',
    async (path) => {
      const response = await fetch(gateway.url.replace('/graphql', path), {
        method: 'POST',
        body: FILE,
        headers: { 'redress-webhook-signature': 't=1,v1=2', cookie: 'c=d', origin: 'https://elsewhere.example' },
      });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(seen[0]).toMatchObject({ method: 'POST', path, digest: digest(FILE) });
      expect(seen[0]?.headers).toMatchObject({ 'redress-webhook-signature': 't=1,v1=2' });
      expect(seen[0]?.headers).not.toHaveProperty('cookie');
    },
  );

  it('of shops go to finance', async () => {
    const apart = await startSampleGateway({ financeFiles: gateway.url });
    const response = await fetch(apart.url.replace('/graphql', '/shop-events/0123456789'), {
      method: 'POST',
      body: FILE,
    });
    expect(response.status).toBe(201);
    expect(seen[0]).toMatchObject({ method: 'POST', path: '/shop-events/0123456789', digest: digest(FILE) });
    await apart.close();
  });

  it('above the limit are refused', async () => {
    const body = new Uint8Array(1_000_001);
    expect((await fetch(gateway.url.replace('/graphql', '/channels/sms/x'), { method: 'POST', body })).status).toBe(
      413,
    );
  });
});
