import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { leadTo, REFUND_500, APOLOGY } from '../test-bench/chapters';
import { FakeProducer, FakeSettlement } from '../test-bench/fake-producer';
import { Organisation, type CaseView } from '../test-bench/organisation';
import { startService, type RunningService } from '../test-bench/running-service';

const uuid = (type: string, id: string): string => fromGlobalId(type, id) ?? '';

describe('the life of a case', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let finance: FakeProducer;
  let org: Organisation;

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    finance = await FakeProducer.start('finance', service);
    org = await Organisation.found(service, intake);
  });
  afterAll(async () => {
    await intake.stop();
    await finance.stop();
    await service.stop();
  });

  function settlementOf(view: CaseView, complaintId: string, remedy = 0): FakeSettlement {
    const resolution = view.resolutions.at(-1);
    return new FakeSettlement(finance, org.tenant, {
      caseId: uuid('Case', view.id),
      complaintId,
      resolutionId: resolution?.id ?? '',
      remedyId: resolution?.remedies[remedy]?.id ?? '',
    });
  }

  async function typesOfEvents(view: CaseView): Promise<string[]> {
    const rows = await service.database.reader(org.tenant).query<{ type: string; aggregate_version: number }>(
      `SELECT o.type, o.aggregate_version FROM outbox_log o
         WHERE o.tenant_id = :tenantId AND o.aggregate_id = :id ORDER BY o.aggregate_version`,
      { id: uuid('Case', view.id) },
    );
    expect(rows.map(({ aggregate_version: version }) => version)).toEqual(rows.map((_, index) => index + 1));
    return rows.map(({ type }) => type.replace(/^redress\.case-handling\.(.*)\.v1$/, '$1'));
  }

  it('leads from the registered complaint to the money paid, and leaves it all in timeline and events', async () => {
    const { registered, view: opened } = await org.open();
    expect(opened).toMatchObject({ state: 'REGISTERED', version: 1, number: registered.number });
    expect(opened.clocks.map(({ stage }) => stage)).toEqual(['acceptance', 'investigation', 'resolution']);
    const customer = org.customer(registered.customerId);

    const told = await leadTo(org, opened, 'CONSENT', [REFUND_500, APOLOGY]);
    const settlement = settlementOf(told, registered.complaintId);
    await settlement.propose();
    const drawnUp = await org.until(
      registered.number,
      (view) => view.resolutions[0]?.remedies[0]?.settlementState === 'PROPOSED',
    );
    expect(drawnUp.version).toBe(told.version);
    const agreed = await org.done(customer, 'recordConsent', told, { decision: 'ACCEPTED', note: '同意' });
    expect(agreed.state).toBe('EXECUTION');

    await settlement.complete();
    const closed = await org.until(registered.number, ({ state }) => state === 'CLOSED');
    // The text asks for measures that keep the like from happening again, so they may still be planned.
    expect(closed).toMatchObject({ outcome: 'RESOLVED', availableActions: [{ action: 'PLAN_ACTION' }] });
    expect(closed.resolutions).toMatchObject([
      { state: 'EXECUTED', remedies: [{ settlementState: 'COMPLETED' }, { settlementState: null }] },
    ]);
    expect(closed.clocks.map(({ stage, state }) => [stage, state])).toEqual([
      ['acceptance', 'COMPLETED'],
      ['investigation', 'COMPLETED'],
      ['resolution', 'COMPLETED'],
      ['follow-up', 'RUNNING'],
    ]);
    const types = [
      'case.opened',
      'case.accepted',
      'clock.completed',
      'case.assigned',
      'investigation.recorded',
      'clock.completed',
      'resolution.proposed',
      'resolution.approved',
      'reply.sent',
      'consent.recorded',
      'clock.completed',
      'remedy.settled',
      'resolution.executed',
      'clock.started',
      'case.closed',
    ];
    expect(await typesOfEvents(closed)).toEqual(types);
    expect(closed.timeline.map(({ type }) => type)).toEqual(types.map((type) => type.replace('.', '_').toUpperCase()));
    expect(closed.timeline.map(({ sequence }) => sequence)).toEqual(types.map((_, index) => index + 1));
    expect(closed.timeline.map(({ by }) => by)).toEqual([
      'system:case-handling',
      ...['an', 'an', 'wu', 'li', 'li', 'li', 'wu', 'li'],
      ...[customer.subject, customer.subject],
      ...Array.from({ length: 4 }, () => 'system:case-handling'),
    ]);
    expect(closed.version).toBe(types.length);
  });

  it('keeps what people wrote out of events, idempotency records and timeline', async () => {
    const { registered, view } = await org.open();
    const told = await leadTo(org, view, 'CONSENT');
    await org.done(org.customer(registered.customerId), 'recordConsent', told, {
      decision: 'OBJECTED',
      note: '我不同意',
    });
    const rows = await service.database.reader(org.tenant).query<{ text: string }>(
      `SELECT o.envelope AS text FROM outbox_log o WHERE o.tenant_id = :tenantId
       UNION ALL SELECT t.details FROM timeline_entry t WHERE t.tenant_id = :tenantId
       UNION ALL SELECT i.result FROM idempotency_record i WHERE i.tenant_id = :tenantId`,
    );
    expect(rows.map(({ text }) => text).join('\n')).not.toMatch(/外箱破损|退还货款|我不同意/);
  });

  it('goes on after an objection with more findings and a second proposal', async () => {
    const { registered, view } = await org.open();
    const told = await leadTo(org, view, 'CONSENT');
    const objected = await org.done(org.customer(registered.customerId), 'recordConsent', told, {
      decision: 'OBJECTED',
    });
    expect(objected).toMatchObject({ state: 'RESOLUTION', resolutions: [{ state: 'OBJECTED' }] });
    // Finance cancels what it had drawn up; for the case that is no news.
    const cancelled = settlementOf(told, registered.complaintId);
    await cancelled.propose();
    await cancelled.cancel();
    await org.until(registered.number, (now) => now.resolutions[0]?.remedies[0]?.settlementState === 'CANCELLED');
    const found = await org.done(org.li, 'recordInvestigation', objected, { validity: 'VALID', findings: '复核属实' });
    const proposed = await org.done(org.li, 'proposeResolution', found, { text: '加倍', remedies: [APOLOGY] });
    const approved = await org.done(org.wu, 'approveResolution', proposed);
    const again = await org.done(org.li, 'sendReply', approved, { form: 'ORAL', text: '加倍' });
    const closed = await org.done(org.customer(registered.customerId), 'recordConsent', again, {
      decision: 'ACCEPTED',
    });
    expect(closed).toMatchObject({
      state: 'CLOSED',
      outcome: 'RESOLVED',
      resolutions: [{ state: 'OBJECTED' }, { state: 'EXECUTED' }],
    });
  });

  it('comes back with reason and maximum when finance refuses, and can be proposed anew', async () => {
    const { registered, view } = await org.open();
    const approved = await leadTo(org, view, 'REPLY');
    await settlementOf(approved, registered.complaintId).refuse('FINANCE_CEILING_EXCEEDED', '12000');
    const returned = await org.until(registered.number, ({ state }) => state === 'RESOLUTION');
    expect(returned.resolutions).toMatchObject([
      {
        state: 'RETURNED',
        returnReason: 'FINANCE_CEILING_EXCEEDED',
        returnMaximum: { amount: '120.00' },
        remedies: [{ settlementState: 'REFUSED' }],
      },
    ]);
    const less = { kind: 'REFUND', amount: { amount: '120.00', currency: 'CNY' } };
    const proposed = await org.done(org.li, 'proposeResolution', returned, { text: '退还部分货款', remedies: [less] });
    expect((await org.done(org.wu, 'approveResolution', proposed)).state).toBe('REPLY');
  });

  it.each([
    [
      'the payment fails for good',
      (settlement: FakeSettlement) => settlement.fail('PROVIDER_DECLINED'),
      'PROVIDER_DECLINED',
      'FAILED',
    ],
    ['finance rejects it', (settlement: FakeSettlement) => settlement.reject(), 'FINANCE_REJECTED', 'REJECTED'],
  ])('comes back to resolution after consent when %s', async (_, happens, returnReason, settlementState) => {
    const { registered, view } = await org.open();
    const executing = await leadTo(org, view, 'EXECUTION');
    const settlement = settlementOf(executing, registered.complaintId);
    await settlement.propose();
    await happens(settlement);
    const returned = await org.until(registered.number, ({ state }) => state === 'RESOLUTION');
    expect(returned.resolutions).toMatchObject([{ state: 'RETURNED', returnReason, remedies: [{ settlementState }] }]);
  });

  it('waits for every settlement of the resolution', async () => {
    const { registered, view } = await org.open();
    const executing = await leadTo(org, view, 'EXECUTION', [REFUND_500, REFUND_500]);
    const [first, second] = [
      settlementOf(executing, registered.complaintId, 0),
      settlementOf(executing, registered.complaintId, 1),
    ];
    await Promise.all([first.propose(), second.propose()]);
    await first.complete();
    const half = await org.until(registered.number, ({ timeline }) => timeline.at(-1)?.type === 'REMEDY_SETTLED');
    expect(half.state).toBe('EXECUTION');
    await second.complete();
    expect((await org.until(registered.number, ({ state }) => state === 'CLOSED')).outcome).toBe('RESOLVED');
  });

  it('takes a payment that is told twice for one', async () => {
    const { registered, view } = await org.open();
    const executing = await leadTo(org, view, 'EXECUTION', [REFUND_500, REFUND_500]);
    const [first, second] = [0, 1].map((remedy) => settlementOf(executing, registered.complaintId, remedy));
    await first?.propose();
    await first?.complete();
    await first?.complete();
    await second?.propose();
    await org.until(
      registered.number,
      ({ resolutions }) => resolutions[0]?.remedies[1]?.settlementState === 'PROPOSED',
    );
    await second?.complete();
    await second?.complete();
    await first?.complete();
    await org.until(registered.number, ({ state }) => state === 'CLOSED');
    const { view: later } = await org.open();
    expect(later.version).toBe(1);
    const closed = await org.byNumber(registered.number);
    expect(closed?.timeline.filter(({ type }) => type === 'REMEDY_SETTLED')).toHaveLength(2);
    expect(closed?.timeline.filter(({ type }) => type === 'CASE_CLOSED')).toHaveLength(1);
  });

  it('informs on progress at any time, and the first reply counts', async () => {
    const { view } = await org.open();
    const informed = await org.done(org.agent, 'sendReply', view, {
      purpose: 'PROGRESS',
      form: 'ORAL',
      text: '已收到',
    });
    expect(informed).toMatchObject({ state: 'REGISTERED', version: 2 });
    const { case: read } = await org.read<{ case: object }>(
      org.wu,
      'query ($id: ID!) { case(id: $id) { firstReplyAt replies { purpose form text sentBy } } }',
      { id: view.id },
    );
    expect(read).toEqual({
      firstReplyAt: '2026-03-12T03:00:00.000Z',
      replies: [{ purpose: 'PROGRESS', form: 'ORAL', text: '已收到', sentBy: 'an' }],
    });
  });

  it('can be withdrawn, and a payment that was under way is still told to it', async () => {
    const { registered, view } = await org.open();
    const told = await leadTo(org, view, 'CONSENT');
    const settlement = settlementOf(told, registered.complaintId);
    await settlement.propose();
    const withdrawn = await org.done(org.wu, 'closeCase', told, { outcome: 'WITHDRAWN' });
    expect(withdrawn).toMatchObject({ outcome: 'WITHDRAWN', resolutions: [{ state: 'DROPPED' }] });
    await settlement.complete();
    const paid = await org.until(registered.number, ({ timeline }) => timeline.at(-1)?.type === 'REMEDY_SETTLED');
    expect(paid).toMatchObject({ state: 'CLOSED', outcome: 'WITHDRAWN' });
  });

  it('can be found not established', async () => {
    const { view } = await org.open();
    const investigating = await leadTo(org, view, 'INVESTIGATION');
    const found = await org.done(org.li, 'recordInvestigation', investigating, {
      validity: 'INVALID',
      findings: '查无此事',
    });
    expect((await org.done(org.li, 'closeCase', found, { outcome: 'NOT_ESTABLISHED' })).outcome).toBe(
      'NOT_ESTABLISHED',
    );
  });

  it('answers a repeated mutation with the first answer, and another one under the same key with a conflict', async () => {
    const { view } = await org.open();
    const idempotencyKey = newId();
    const first = await org.act(org.agent, 'acceptCase', view, { idempotencyKey });
    const second = await org.act(org.agent, 'acceptCase', view, { idempotencyKey });
    expect([first.replayed, second.replayed]).toEqual([false, true]);
    expect(second.case?.version).toBe(first.case?.version);
    const other = await org.act(org.agent, 'acceptCase', { ...view, version: 9 }, { idempotencyKey });
    expect(other.userErrors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('opens one case however often the complaint is told', async () => {
    const { registered, view } = await org.open();
    const rows = await service.database.system.query<{ envelope: string }>(
      'SELECT envelope FROM outbox_log WHERE aggregate_id = :id',
      { id: uuid('Case', view.id) },
    );
    expect(rows).toHaveLength(1);
    await org.register({ ...registered, receivedAt: '2026-03-12T02:30:00.000Z' });
    // A second event of the same version is parked, not applied; another complaint passes it.
    await org.open();
    expect((await org.byNumber(registered.number))?.version).toBe(1);
  });

  it('shows in one mutation document after another what each has done', async () => {
    const { view } = await org.open();
    const answer = await service.ask(
      org.wu,
      `mutation ($id: ID!) {
        accept: acceptCase(input: { idempotencyKey: "${newId()}", caseId: $id, expectedVersion: 1 }) { case { version state timeline { type } } }
        assign: assignCase(input: { idempotencyKey: "${newId()}", caseId: $id, expectedVersion: 3, assignee: "li" }) { case { version state timeline { type } } }
      }`,
      { id: view.id },
    );
    expect(answer.data).toMatchObject({
      accept: { case: { version: 3, state: 'ACCEPTED', timeline: { length: 3 } } },
      assign: { case: { version: 4, state: 'INVESTIGATION', timeline: { length: 4 } } },
    });
  });
});
