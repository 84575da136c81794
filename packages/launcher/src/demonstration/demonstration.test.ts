import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemonstration } from './demonstration';
import type { GraphAccess } from './perform-step';

interface Request {
  readonly query: string;
  readonly variables: unknown;
}

describe('the demonstration', () => {
  let directory: string;
  let server: Server;
  let graph: GraphAccess;
  let asked: Request[];
  let answers: unknown[];

  beforeEach(async () => {
    asked = [];
    answers = [];
    directory = mkdtempSync(join(tmpdir(), 'demonstration-'));
    for (const name of ['stories', 'documents']) mkdirSync(join(directory, name));
    writeFileSync(join(directory, 'documents', 'register.graphql'), 'mutation');
    writeFileSync(join(directory, 'documents', 'look.graphql'), 'query');
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(JSON.parse(body) as Request);
        response.end(JSON.stringify(answers.shift()));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    graph = { url: `http://127.0.0.1:${port}/graphql`, tokenFor: () => Promise.resolve('t') };
  });

  afterEach(() => {
    server.close();
    rmSync(directory, { recursive: true });
  });

  const load = () => loadDemonstration(graph, join(directory, 'marker.json'), directory);

  function story(): void {
    const steps = [
      { title: 'it is registered', as: { role: 'agent' }, document: 'register', keep: { id: 'register.complaint.id' } },
      {
        title: 'its case is opened',
        as: { role: 'handler' },
        document: 'look',
        variables: { id: '$id' },
        keep: { case: 'complaint.case.id' },
        patient: true,
      },
    ];
    writeFileSync(join(directory, 'stories', 'one.json'), JSON.stringify({ tenant: 'demo', steps }));
  }

  const registered = { data: { register: { complaint: { id: 'c1' }, userErrors: [] } } };

  it('waits for what other services do, hands values on, and is loaded once', async () => {
    story();
    answers = [registered, { data: { complaint: { case: null } } }, { data: { complaint: { case: { id: 'k1' } } } }];
    expect(await load()).toEqual({ id: 'c1', case: 'k1' });
    expect(asked[2]).toEqual({ query: 'query', variables: { id: 'c1' } });
    expect(await load()).toEqual({ id: 'c1', case: 'k1' });
    expect(asked).toHaveLength(3);
  });

  it('says at which step it was refused, and begins again the next time', async () => {
    story();
    answers = [{ data: { register: { complaint: null, userErrors: [{ code: 'NO_SUCH_CATEGORY' }] } } }];
    await expect(load()).rejects.toThrow(/"it is registered": .*NO_SUCH_CATEGORY/);
    answers = [registered, { data: { complaint: { case: { id: 'k1' } } } }];
    expect(await load()).toEqual({ id: 'c1', case: 'k1' });
  });
});
