import { randomBytes } from 'node:crypto';
import { toGlobalId } from '@redress/graphql-runtime';
import { createRequestKeyRing, SIGNATURE_HEADER, signRequest } from '@redress/identity';
import { newId } from '@redress/kernel';
import { leadTo, REFUND_500 } from '../test-bench/chapters';
import { FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type CaseView } from '../test-bench/organisation';
import { startService, type Person, type RunningService } from '../test-bench/running-service';

describe('what is refused', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let org: Organisation;
  let other: Organisation;

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    org = await Organisation.found(service, intake);
    other = await Organisation.found(service, intake);
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  const MUTATIONS: readonly [string, object][] = [
    ['acceptCase', {}],
    ['assignCase', { assignee: 'li' }],
    ['recordInvestigation', { validity: 'VALID', findings: 'x' }],
    ['proposeResolution', { text: 'x', remedies: [REFUND_500] }],
    ['approveResolution', {}],
    ['rejectResolution', { reason: 'x' }],
    ['sendReply', { text: 'x' }],
    ['recordConsent', { decision: 'ACCEPTED' }],
    ['closeCase', { outcome: 'WITHDRAWN' }],
  ];

  const typeOf = (mutation: string): string => `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const attempt = (person: Person, mutation: string, view: Pick<CaseView, 'id' | 'version'>, input: object) =>
    org.attempt(person, mutation, typeOf(mutation), { caseId: view.id, expectedVersion: view.version, ...input });
  const codes = async (...call: Parameters<Organisation['act']>): Promise<string[]> =>
    (await org.act(...call)).userErrors.map(({ code }) => code);

  describe.each(MUTATIONS)('%s', (mutation, input) => {
    it('by a role that never performs it: FORBIDDEN, and nothing happens', async () => {
      const { registered, view } = await org.open();
      for (const person of [org.auditor, org.person('pan', 'analyst'), org.person('nobody', [])]) {
        const answer = await attempt(person, mutation, view, input);
        expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
      }
      expect((await org.byNumber(registered.number))?.version).toBe(1);
    });

    it('on a case that does not exist, is another tenant’s or somebody else’s: NOT_FOUND alike', async () => {
      const { view: foreign } = await other.open();
      const everybody = org.person('li', ['agent', 'handler', 'supervisor', 'manager']);
      for (const id of [foreign.id, toGlobalId('Case', newId()), toGlobalId('Settlement', newId()), 'x', '']) {
        expect(await codes(everybody, mutation, { ...foreign, id }, input)).toEqual(['NOT_FOUND']);
      }
    });

    it('at another version: VERSION_CONFLICT with the current one', async () => {
      const { view } = await org.open();
      const everybody = org.person('li', ['agent', 'handler', 'supervisor', 'manager']);
      const { userErrors } = await org.act(everybody, mutation, { ...view, version: 7 }, input);
      expect(userErrors).toMatchObject([
        { code: 'VERSION_CONFLICT', details: { currentVersion: 1, currentState: 'REGISTERED' } },
      ]);
    });

    it('without a usable idempotency key: INPUT_INVALID', async () => {
      const { view } = await org.open();
      const everybody = org.person('li', ['agent', 'handler', 'supervisor', 'manager']);
      for (const idempotencyKey of ['', 'k'.repeat(129)]) {
        expect(await codes(everybody, mutation, view, { ...input, idempotencyKey })).toEqual(['INPUT_INVALID']);
      }
    });
  });

  it('acting in the wrong state: CASE_STATE_FORBIDS, in the language of the request', async () => {
    const { view } = await org.open();
    const accepted = await leadTo(org, view, 'ACCEPTED');
    const { userErrors } = await org.act(org.agent, 'acceptCase', accepted);
    expect(userErrors).toMatchObject([{ code: 'CASE_STATE_FORBIDS', details: { currentState: 'ACCEPTED' } }]);
    const inChinese = await service.ask(
      org.agent,
      'mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { userErrors { message } } }',
      { input: { idempotencyKey: newId(), caseId: view.id, expectedVersion: accepted.version } },
      { 'accept-language': 'zh-CN,zh;q=0.9' },
    );
    expect(JSON.stringify(inChinese.data)).toContain('案件处于 ACCEPTED 状态');
  });

  it('a refused mutation leaves nothing and may be tried again under its key', async () => {
    const { view } = await org.open();
    const idempotencyKey = newId();
    expect(await codes(org.wu, 'assignCase', view, { assignee: 'li', idempotencyKey })).toEqual(['CASE_STATE_FORBIDS']);
    const accepted = await leadTo(org, view, 'ACCEPTED');
    expect(await codes(org.wu, 'assignCase', accepted, { assignee: 'li', idempotencyKey })).toEqual([]);
  });

  it('assigning to nobody known, or to somebody who may not investigate', async () => {
    const { view } = await org.open();
    const accepted = await leadTo(org, view, 'ACCEPTED');
    expect(await codes(org.wu, 'assignCase', accepted, { assignee: 'ghost' })).toEqual(['CASE_ASSIGNEE_UNKNOWN']);
    const clerk = { subject: `clerk-${newId()}`, name: 'Clerk', roles: ['AGENT'] };
    await org.mutate(org.admin, 'registerStaffMember', 'RegisterStaffMemberInput', clerk);
    expect(await codes(org.wu, 'assignCase', accepted, { assignee: clerk.subject })).toEqual([
      'CASE_ASSIGNEE_NOT_HANDLER',
    ]);
  });

  it('working on a case that is assigned to somebody else', async () => {
    const { view } = await org.open();
    const investigating = await leadTo(org, view, 'INVESTIGATION');
    const input = { validity: 'VALID', findings: 'x' };
    expect(await codes(org.zhao, 'recordInvestigation', investigating, input)).toEqual(['CASE_NOT_ASSIGNED_TO_YOU']);
  });

  it('approving one’s own proposal: four eyes', async () => {
    const { view } = await org.open();
    const proposed = await leadTo(org, view, 'PROPOSED');
    const both = org.person('li', ['handler', 'manager']);
    expect(await codes(both, 'approveResolution', proposed)).toEqual(['REGULATION_FOUR_EYES']);
  });

  it('approving above one’s authority, with the maximum; a higher role may', async () => {
    const { view } = await org.open();
    const dear = { kind: 'REFUND', amount: { amount: '600.00', currency: 'CNY' } };
    const proposed = await leadTo(org, view, 'PROPOSED', [dear, dear]);
    const { userErrors } = await org.act(org.wu, 'approveResolution', proposed);
    expect(userErrors).toMatchObject([
      { code: 'REGULATION_EXCEEDS_AUTHORITY', details: { maximum: { amount: '1000.00' } } },
    ]);
    expect(await codes(org.person('fang', 'finance'), 'approveResolution', proposed)).toEqual([
      'REGULATION_EXCEEDS_AUTHORITY',
    ]);
    expect(await codes(org.qin, 'approveResolution', proposed)).toEqual([]);
  });

  it('amounts and order lines that cannot be, each with its place', async () => {
    const { view } = await org.open();
    const resolving = await leadTo(org, view, 'RESOLUTION');
    const remedies = [
      { kind: 'REFUND', amount: { amount: '1.234', currency: 'CNY' } },
      { kind: 'REFUND', amount: { amount: '1.00', currency: 'CNY' }, orderLine: { orderNumber: '', lineNumber: 0 } },
    ];
    const { userErrors } = await org.act(org.li, 'proposeResolution', resolving, { text: 'x', remedies });
    expect(userErrors).toMatchObject([
      { code: 'AMOUNT_INVALID', path: ['input', 'remedies', '0', 'amount'] },
      { code: 'INPUT_INVALID', path: ['input', 'remedies', '1', 'orderLine'] },
    ]);
  });

  it('consent by another complainant: the case does not exist', async () => {
    const { view } = await org.open();
    const told = await leadTo(org, view, 'CONSENT');
    const stranger = org.customer(newId());
    expect(await codes(stranger, 'recordConsent', told, { decision: 'ACCEPTED' })).toEqual(['NOT_FOUND']);
    expect(await codes(org.person('x', 'customer'), 'recordConsent', told, { decision: 'ACCEPTED' })).toEqual([
      'NOT_FOUND',
    ]);
  });

  it('of two who act at once on one version, one wins and the other is told', async () => {
    const { registered, view } = await org.open();
    const proposed = await leadTo(org, view, 'PROPOSED');
    const answers = await Promise.all([
      org.act(org.wu, 'approveResolution', proposed),
      org.act(org.qin, 'approveResolution', proposed),
    ]);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['VERSION_CONFLICT']);
    const { timeline } = (await org.byNumber(registered.number)) ?? { timeline: [] };
    expect(timeline.filter(({ type }) => type === 'RESOLUTION_APPROVED')).toHaveLength(1);
  });

  it('reading as another tenant or another complainant: as if it did not exist', async () => {
    const { registered, view } = await org.open();
    const query = `query ($id: ID!, $number: String!, $complaint: ID!) {
      case(id: $id) { id } caseByNumber(number: $number) { id }
      cases(where: { number: { eq: $number } }) { nodes { id } totalCount { value } }
      complaints: _entities(representations: [{ __typename: "Complaint", id: $complaint }]) { ... on Complaint { case { id } } }
      cased: _entities(representations: [{ __typename: "Case", id: $id }]) { ... on Case { id } }
    }`;
    const variables = {
      id: view.id,
      number: registered.number,
      complaint: toGlobalId('Complaint', registered.complaintId),
    };
    const nothing = {
      case: null,
      caseByNumber: null,
      cases: { nodes: [], totalCount: { value: 0 } },
      complaints: [{ case: null }],
      cased: [null],
    };
    for (const person of [other.wu, org.customer(newId())]) {
      expect(await org.read(person, query, variables)).toEqual(nothing);
    }
    expect(await org.read(org.customer(registered.customerId), query, variables)).not.toEqual(nothing);
  });

  it('any request that the gateway did not sign, or without a token', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(service.url, { method: 'POST', body, headers })).status).toBe(401);
    const stranger = createRequestKeyRing([{ id: 'k1', secret: randomBytes(32) }]);
    const signature = signRequest(stranger, { method: 'POST', path: '/graphql', body, authorization: undefined });
    const forged = { ...headers, [SIGNATURE_HEADER]: signature };
    expect((await fetch(service.url, { method: 'POST', body, headers: forged })).status).toBe(401);
    const signed = await service.headersFor(undefined, body);
    expect((await fetch(service.url, { method: 'POST', body, headers: signed })).status).toBe(401);
  });
});
