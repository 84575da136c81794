import { newId } from '@redress/kernel';
import { sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import { personWith } from '../support/act';
import { foundOrganisation, type Organisation } from '../support/organisation';
import { anOrder, Story } from '../support/story';

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('refusals over the public graph', () => {
  let system: ReachedSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await sharedTestSystem();
    organisation = await foundOrganisation(system);
  }, 180_000);

  afterAll(() => system?.stop(), 60_000);

  const codesOf = (errors: readonly { extensions?: Readonly<Record<string, unknown>> }[] | undefined) =>
    errors?.map(({ extensions }) => extensions?.['code']);

  it('asks who you are', async () => {
    const anonymous = await system.request('{ complaints { nodes { id } } }');
    expect(codesOf(anonymous.errors)).toEqual(['UNAUTHENTICATED']);
    const forged = await system.request('{ complaints { nodes { id } } }', {}, 'e30.e30.e30');
    expect(codesOf(forged.errors)).toEqual(['UNAUTHENTICATED']);
    const expired = await system.tokenFor({ tenant: organisation.tenant, role: 'admin', validForSeconds: -60 });
    expect(codesOf((await system.request('{ adoptions { id } }', {}, expired)).errors)).toEqual(['UNAUTHENTICATED']);
  });

  it('refuses a role that may not, and says nothing else', async () => {
    const { analyst, customer, handler } = organisation.people;
    const registration = { channel: 'PHONE', categoryCode: 'product-quality', text: 'x' };
    const document = (name: string) =>
      `mutation M($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { replayed } }`;
    const forbidden = await Promise.all([
      analyst.send(document('registerComplaint'), { input: { idempotencyKey: newId(), ...registration } }),
      customer.send('{ metrics(query: { metrics: [CASES_OPEN] }) { rows { keys { value } } } }'),
      handler.send('{ trialBalance(currency: "CNY") { currency } }'),
    ]);
    expect(forbidden.map(({ errors }) => codesOf(errors))).toEqual([['FORBIDDEN'], ['FORBIDDEN'], ['FORBIDDEN']]);
  });

  it('refuses an unknown id, an old version, and a wrong state, each with its code', async () => {
    const story = await Story.begin(organisation);
    const { agent, handler } = organisation.people;
    const seen = await story.case();
    const missing = Buffer.from(`Case:${newId()}`).toString('base64url');
    const outcomes = await Promise.all([
      agent.act('acceptCase', { caseId: missing, expectedVersion: 1 }),
      agent.act('acceptCase', { caseId: seen.id, expectedVersion: seen.version + 7 }),
      handler.act('recordConsent', { caseId: seen.id, expectedVersion: seen.version, decision: 'ACCEPTED' }),
    ]);
    expect(outcomes.map(({ userErrors }) => userErrors[0]?.code)).toEqual([
      'NOT_FOUND',
      'VERSION_CONFLICT',
      expect.stringMatching(/^CASE_/),
    ]);
    expect(outcomes[1]?.userErrors[0]?.details?.currentVersion).toBe(seen.version);
    expect(await story.case()).toEqual(seen);
  });

  it('answers the same key and body again, and refuses the key for another body', async () => {
    const { agent } = organisation.people;
    const idempotencyKey = newId();
    const input = {
      idempotencyKey,
      channel: 'PHONE',
      categoryCode: 'service-attitude',
      text: 'Nobody picked up.',
      customer: { details: { name: 'Li', kind: 'CONSUMER' } },
    };
    const register = (body: object) =>
      agent.act<{ complaint: { id: string } | null }>('registerComplaint', body, 'complaint { id }');
    const first = await register(input);
    const second = await register(input);
    expect(second).toMatchObject({ replayed: true, complaint: first.complaint, userErrors: [] });
    const other = await register({ ...input, text: 'Something else.' });
    expect(other).toMatchObject({ complaint: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
  });

  it('names the enabled channels when another one is used, in the language that is asked for', async () => {
    const { agent } = organisation.people;
    const input = {
      channel: 'FAX',
      categoryCode: 'product-quality',
      text: 'x',
      customer: { details: { name: 'Li', kind: 'CONSUMER' } },
    };
    const { userErrors } = await agent.act('registerComplaint', input);
    expect(userErrors).toMatchObject([
      {
        code: 'INTAKE_CHANNEL_NOT_ENABLED',
        details: { allowed: expect.arrayContaining(['PHONE', 'WEB_FORM']) as string[] },
      },
    ]);
    const response = await fetch(system.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${agent.token}`,
        'accept-language': 'zh-CN',
      },
      body: JSON.stringify({
        query:
          'mutation M($input: RegisterComplaintInput!) { registerComplaint(input: $input) { userErrors { message } } }',
        variables: { input: { idempotencyKey: newId(), ...input } },
      }),
    });
    expect(await response.text()).toMatch(/\p{Script=Han}/u);
  });

  it('keeps the approval apart from the proposal, and within the authority for the amount', async () => {
    const orderNumber = await anOrder(organisation, 'SO-AUTHORITY', '5000.00');
    const story = await Story.begin(organisation, { orderLine: { orderNumber, lineNumber: 1 } });
    await story.investigated();
    await story.proposed({ orderNumber, lineNumber: 1, amount: '1000.01' });
    const { id, version } = await story.case();
    const approve = { caseId: id, expectedVersion: version };
    const proposer = personWith(
      system,
      await system.tokenFor({
        tenant: organisation.tenant,
        role: 'manager',
        subject: `handler@${organisation.tenant}`,
      }),
    );
    expect((await proposer.act('approveResolution', approve)).userErrors).toMatchObject([
      { code: 'REGULATION_FOUR_EYES' },
    ]);
    const beyond = await organisation.people.supervisor.act('approveResolution', approve);
    expect(beyond.userErrors).toMatchObject([
      { code: 'REGULATION_EXCEEDS_AUTHORITY', details: { maximum: { amount: '1000.00' } } },
    ]);
    expect((await organisation.people.manager.act('approveResolution', approve)).userErrors).toEqual([]);
  });

  it('lets one of many approvals of a settlement win, and pays once', async () => {
    const orderNumber = await anOrder(organisation, 'SO-RACE', '60.00');
    const story = await Story.toRelease(organisation, { orderNumber, lineNumber: 1, amount: '60.00' });
    const settlement = await story.released();
    const approvers = await Promise.all(Array.from({ length: 8 }, () => organisation.another('finance')));
    const payloads = await Promise.all(
      approvers.map((approver) =>
        approver.act('approveSettlement', { settlementId: settlement.id, expectedVersion: settlement.version }),
      ),
    );
    const refused = payloads.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(refused).toHaveLength(7);
    expect(
      refused.every((code) =>
        ['VERSION_CONFLICT', 'FINANCE_SETTLEMENT_ALREADY_APPROVED', 'FINANCE_SETTLEMENT_ALREADY_PAID'].includes(code),
      ),
    ).toBe(true);
    await story.case(({ state }) => state === 'CLOSED', 'the closed case');
    const { purchaseByOrderNumber } = await organisation.people.auditor.read<{
      purchaseByOrderNumber: { lines: { remaining: { amount: string } }[] };
    }>(
      'query P($orderNumber: String!) { purchaseByOrderNumber(orderNumber: $orderNumber) { lines { remaining { amount } } } }',
      { orderNumber },
    );
    expect(purchaseByOrderNumber.lines).toEqual([{ remaining: { amount: '0.00' } }]);
  }, 240_000);

  it.each([
    ['a syntax error', '{ complaints { nodes { id } }', 'GRAPHQL_PARSE_FAILED'],
    ['a field that does not exist', '{ complaints { nodes { secret } } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'depth',
      `{ complaints { nodes { case { complaint { case { complaint { case { complaint { case { complaint { case { id } } } } } } } } } } } }`,
      'LIMIT_EXCEEDED',
    ],
    [
      'aliases',
      `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: adoptions { id }`).join(' ')} }`,
      'LIMIT_EXCEEDED',
    ],
    ['tokens', `{ complaints { nodes { ${'id '.repeat(2_000)} } } }`, 'LIMIT_EXCEEDED'],
    ['a page of a thousand', '{ complaints(first: 1000) { nodes { id } } }', 'LIMIT_EXCEEDED'],
    [
      'a made-up cursor',
      '{ complaints(after: "eyJhIjoxfQ.AAAAAAAAAAAAAAAAAAAAAA") { nodes { id } } }',
      'CURSOR_INVALID',
    ],
  ])('refuses %s before it costs anything', async (_, document, code) => {
    const { errors } = await organisation.people.agent.send(document);
    expect(codesOf(errors)).toContain(code);
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|SELECT|127\.0\.0\.1|at \w+ \(/);
  });

  it('refuses bodies that are too large, batches, and mutations over GET', async () => {
    const { token } = organisation.people.agent;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const large = await fetch(system.url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: '{ adoptions { id } }', variables: { x: 'x'.repeat(200_000) } }),
    });
    expect(large.status).toBe(413);
    const batch = await fetch(system.url, {
      method: 'POST',
      headers,
      body: JSON.stringify([{ query: '{ adoptions { id } }' }, { query: '{ adoptions { id } }' }]),
    });
    expect(batch.status).toBe(400);
    const mutation = encodeURIComponent(
      'mutation { acceptCase(input: { idempotencyKey: "k", caseId: "x", expectedVersion: 1 }) { replayed } }',
    );
    const get = await fetch(`${system.url}?query=${mutation}`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/graphql-response+json' },
    });
    expect(get.status).toBe(405);
  });
});
