import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationData, loadDemonstration } from './demonstration';
import type { GraphAccess } from './graph-people';
import { COURSE } from './organisation-data';

interface Request {
  readonly mutation: string | undefined;
  readonly role: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const ACCEPTED = { userErrors: [] };

describe('the demonstration', () => {
  let directory: string;
  let server: Server;
  let graph: GraphAccess;
  let asked: Request[];
  /** Refuses the first call of a mutation. */
  let refuseOnce: Record<string, { code: string; retryable: boolean }>;

  /** A graph that accepts everything: each complaint has a case with a settlement, released and then completed. */
  function answerTo({ mutation }: Request): object {
    if (mutation === undefined) {
      const state = asked.some((request) => request.mutation === 'approveSettlement') ? 'COMPLETED' : 'RELEASED';
      const caseByNumber = { id: 'k1', version: 1, settlements: [{ id: 's1', version: 1, state }] };
      return { data: { complaintCategories: { nodes: [{ id: 'c1' }] }, caseByNumber } };
    }
    const refusal = refuseOnce[mutation];
    delete refuseOnce[mutation];
    if (refusal !== undefined) return { data: { [mutation]: { userErrors: [{ ...refusal, message: 'no' }] } } };
    return { data: { [mutation]: { ...ACCEPTED, acknowledgement: { number: '202603-00001' } } } };
  }

  beforeEach(async () => {
    asked = [];
    refuseOnce = {};
    directory = mkdtempSync(join(tmpdir(), 'demonstration-'));
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { query, variables } = JSON.parse(body) as { query: string; variables: { input?: Request['input'] } };
        const role = (request.headers.authorization ?? '').replace('Bearer ', '');
        const mutation = /^mutation[^{]*\{\s*(\w+)/.exec(query)?.[1];
        const seen = { mutation, role, input: variables.input ?? {} };
        asked.push(seen);
        response.end(JSON.stringify(answerTo(seen)));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    graph = { url: `http://127.0.0.1:${port}/graphql`, tokenFor: ({ role }) => Promise.resolve(role) };
  });

  afterEach(() => {
    server.close();
    rmSync(directory, { recursive: true });
  });

  const load = () => loadDemonstration(graph, join(directory, 'marker.json'));
  const calls = (mutation: string) => asked.filter((request) => request.mutation === mutation);

  it('is told once', async () => {
    await load();
    const { complaints, purchases, staff } = await demonstrationData();
    expect(calls('registerComplaint')).toHaveLength(complaints.length);
    expect(calls('registerPurchase')).toHaveLength(purchases.length);
    expect(calls('registerStaffMember')).toHaveLength(staff.length);
    expect(calls('approveSettlement').map(({ role }) => role)).toEqual(['finance']);
    const requests = asked.length;
    await load();
    expect(asked).toHaveLength(requests);
  });

  it('gives each request a key of its own', async () => {
    await load();
    const keys = asked.filter(({ mutation }) => mutation !== undefined).map(({ input }) => input['idempotencyKey']);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('looks again when an event changed the case in the meantime', async () => {
    refuseOnce = { assignCase: { code: 'VERSION_CONFLICT', retryable: true } };
    await load();
    const { complaints } = await demonstrationData();
    const assigned = complaints.filter(({ until }) => COURSE.indexOf(until) >= COURSE.indexOf('ASSIGNED'));
    expect(calls('assignCase')).toHaveLength(assigned.length + 1);
  });

  it('goes on after an interruption with the same requests', async () => {
    refuseOnce = { recordInvestigation: { code: 'CASE_NOT_ASSIGNED', retryable: false } };
    await expect(load()).rejects.toThrow(/recordInvestigation: no \(CASE_NOT_ASSIGNED\)/);
    const [before] = calls('registerComplaint');
    asked = [];
    // what was done is refused under its key by now, since the version of the case is another
    refuseOnce = { acceptCase: { code: 'IDEMPOTENCY_CONFLICT', retryable: false } };
    await load();
    expect(calls('registerComplaint')[0]).toEqual(before);
    expect(calls('approveSettlement')).toHaveLength(1);
  });
});
