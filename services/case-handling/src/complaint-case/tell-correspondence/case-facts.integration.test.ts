import { randomBytes } from 'node:crypto';
import { createRequestKeyRing, SIGNATURE_HEADER, signRequest } from '@redress/identity';
import { newId } from '@redress/kernel';
import { leadTo } from '../../test-bench/chapters';
import { FakeProducer } from '../../test-bench/fake-producer';
import { Organisation } from '../../test-bench/organisation';
import { startService, type RunningService } from '../../test-bench/running-service';
import { CASE_FACTS_PATH } from './case-facts-routes';

describe('what letters ask of a case', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let org: Organisation;
  let complaintId: string;
  let replyId: string;

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    org = await Organisation.found(service, intake);
    const { registered, view } = await org.open();
    await leadTo(org, view, 'CONSENT');
    complaintId = registered.complaintId;
    const [reply] = await service.database
      .reader(org.tenant)
      .query<{ id: string }>('SELECT r.id FROM reply r WHERE r.tenant_id = :tenantId');
    replyId = reply?.id ?? '';
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  const ask = async (question: unknown, { keys = service.requestKeys, signature = '' } = {}) => {
    const body = JSON.stringify(question);
    const signed = signature || signRequest(keys, { method: 'POST', path: CASE_FACTS_PATH, body });
    const response = await fetch(new URL(CASE_FACTS_PATH, service.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signed },
      body,
    });
    return [response.status, (await response.json()) as object] as const;
  };
  const question = (changes: object = {}) => ({ tenantId: org.tenant, complaintId, replyId, ...changes });

  it('is answered to a service that signs: who handles it, what is due, and the reply in its words', async () => {
    const [status, facts] = await ask(question());
    expect(status).toBe(200);
    expect(facts).toMatchObject({ handler: { name: 'LI' }, reply: { text: '我们将退还货款' } });
    expect(facts).toHaveProperty('dueDates');
  });

  it('has no text of a reply that was not asked for, or that is not of the case', async () => {
    expect((await ask({ tenantId: org.tenant, complaintId }))[1]).not.toHaveProperty('reply');
    expect((await ask(question({ replyId: newId() })))[1]).not.toHaveProperty('reply');
  });

  it('is nothing for another organisation, or another complaint', async () => {
    expect(await ask(question({ tenantId: 'other' }))).toEqual([404, {}]);
    expect(await ask(question({ complaintId: newId() }))).toEqual([404, {}]);
  });

  it('is not answered to a stranger, nor twice to who overheard it', async () => {
    const stranger = createRequestKeyRing([{ id: 'k1', secret: randomBytes(32) }]);
    expect(await ask(question(), { keys: stranger })).toEqual([401, {}]);
    expect(await ask(question(), { signature: 'none' })).toEqual([401, {}]);
    const body = JSON.stringify(question());
    const signature = signRequest(service.requestKeys, { method: 'POST', path: CASE_FACTS_PATH, body });
    expect((await ask(question(), { signature }))[0]).toBe(200);
    expect(await ask(question(), { signature })).toEqual([401, {}]);
  });

  it('is refused for a question that is none', async () => {
    expect(await ask({ tenantId: org.tenant })).toEqual([400, {}]);
    expect(await ask({ tenantId: org.tenant, complaintId: 'x' })).toEqual([400, {}]);
  });
});
