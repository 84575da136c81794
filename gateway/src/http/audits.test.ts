import { serverAudits } from 'graphql-http';
import { startSampleGateway, type SampleGateway } from '../testing/sample-gateway';

let gateway: SampleGateway;
beforeAll(async () => {
  // Some audits ask for the schema, which is the only thing that every graph can answer to everybody.
  gateway = await startSampleGateway({ introspection: true });
});
afterAll(() => gateway.close());

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  const audits = serverAudits({
    url: () => gateway.url,
    fetchFn: (...args: Parameters<typeof fetch>) => fetch(...args),
  });

  it('are as many as they should be', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? undefined : result.reason).toBeUndefined();
  });
});
