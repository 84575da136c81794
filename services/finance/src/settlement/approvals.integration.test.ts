import { newId } from '@redress/kernel';
import { fromGlobalId } from '@redress/graphql-runtime';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice, type Decision } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';

describe('deciding on a settlement', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;
  let orderNumber: string;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });
  beforeEach(async () => {
    office = new FinanceOffice(bench);
    orderNumber = await office.order('1000.00');
  });
  afterEach(async () => {
    expect(await office.discrepancies()).toEqual([]);
  });

  const codesOf = ({ userErrors }: Decision) => userErrors.map(({ code }) => code);
  const paidFor = async ({ id }: { readonly id: string }) =>
    (await simulator.records()).filter(({ key }) => key === fromGlobalId('Settlement', id));

  it('is open to finance and managers, and to nobody else', async () => {
    const { fakeCase, settlement } = await office.released(100, orderNumber);
    for (const role of ['customer', 'agent', 'handler', 'supervisor', 'analyst', 'auditor', 'admin'] as const) {
      const person = office.as(role, role === 'customer' ? { customer: fakeCase.customerId } : {});
      await expect(office.approve(settlement, { person })).rejects.toThrow('FORBIDDEN');
      await expect(office.reject(settlement, 'no', { person })).rejects.toThrow('FORBIDDEN');
      const seen = await office.settlementsOf(fakeCase, person);
      expect(seen).toMatchObject([{ state: 'RELEASED', availableActions: [] }]);
    }
    expect(codesOf(await office.approve(settlement, { person: office.as('manager') }))).toEqual([]);
    await office.settled(fakeCase, 1, 'COMPLETED');
  });

  it('waits for the complainant', async () => {
    const fakeCase = office.openCase();
    await fakeCase.approveResolution([FakeCase.remedy(100, { orderNumber })]);
    const [proposed] = await office.settled(fakeCase, 1, 'PROPOSED');
    const decision = await office.approve(proposed ?? { id: '', version: 0 }, { language: 'zh-CN' });
    expect(decision.userErrors).toMatchObject([
      {
        code: 'FINANCE_SETTLEMENT_AWAITS_CONSENT',
        message: `结算单 ${proposed?.number ?? ''} 尚待投诉人同意。`,
        details: { currentState: 'PROPOSED', currentVersion: 1 },
      },
    ]);
    expect(await office.settlementsOf(fakeCase)).toMatchObject([{ state: 'PROPOSED', version: 1, postings: [] }]);
  });

  it('is refused to who proposed or approved the resolution, and not offered to them', async () => {
    const { fakeCase, settlement } = await office.released(100, orderNumber);
    for (const subject of [fakeCase.proposedBy, fakeCase.approvedBy]) {
      const person = office.as('finance', { subject });
      expect(await office.settlementsOf(fakeCase, person)).toMatchObject([{ availableActions: [] }]);
      expect(codesOf(await office.approve(settlement, { person }))).toEqual(['FINANCE_SEPARATION_OF_DUTIES']);
      expect(codesOf(await office.reject(settlement, 'no', { person }))).toEqual(['FINANCE_SEPARATION_OF_DUTIES']);
    }
  });

  it('is refused for a version that is not the current one', async () => {
    const { settlement } = await office.released(100, orderNumber);
    const decision = await office.approve({ ...settlement, version: 1 });
    expect(decision).toMatchObject({
      settlement: null,
      userErrors: [{ code: 'VERSION_CONFLICT', details: { currentVersion: 2, currentState: 'RELEASED' } }],
    });
  });

  it.each([
    ['', 'an unknown id', Buffer.from(`Settlement:${newId()}`).toString('base64url')],
    ['', 'an id of another type', Buffer.from(`Case:${newId()}`).toString('base64url')],
    ['', 'no id at all', 'x'],
  ])('%sis refused for %s', async (_, __, id) => {
    expect(codesOf(await office.approve({ id, version: 1 }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await office.reject({ id, version: 1 }, 'no'))).toEqual(['NOT_FOUND']);
  });

  it('is refused without a usable key, and a rejection without a reason', async () => {
    const { settlement } = await office.released(100, orderNumber);
    expect(codesOf(await office.approve(settlement, { key: '' }))).toEqual(['INPUT_INVALID']);
    expect(codesOf(await office.approve(settlement, { key: 'k'.repeat(129) }))).toEqual(['INPUT_INVALID']);
    expect(codesOf(await office.reject(settlement, ' '))).toEqual(['FINANCE_REASON_REQUIRED']);
    expect(codesOf(await office.reject(settlement, 'x'.repeat(501)))).toEqual(['FINANCE_REASON_REQUIRED']);
  });

  it('tells apart what is approved, what is paid and what is over', async () => {
    await simulator.behave({ mode: 'ERROR_BEFORE', match: { amountMinor: '123' } });
    const { fakeCase, settlement } = await office.released(123, orderNumber);
    await office.approve(settlement);
    expect(codesOf(await office.approve(settlement))).toEqual(['FINANCE_SETTLEMENT_ALREADY_APPROVED']);
    await simulator.behaveNormally();
    await office.settled(fakeCase, 1, 'COMPLETED');
    expect(codesOf(await office.approve(settlement))).toEqual(['FINANCE_SETTLEMENT_ALREADY_PAID']);
    expect(codesOf(await office.reject(settlement, 'no'))).toEqual(['FINANCE_SETTLEMENT_ALREADY_PAID']);
    const other = await office.released(100, orderNumber);
    await office.reject(other.settlement, 'no');
    expect(codesOf(await office.approve(other.settlement))).toEqual(['FINANCE_SETTLEMENT_NOT_OPEN']);
  });

  it('answers the same key with the same answer, and another body under it with a conflict', async () => {
    const { fakeCase, settlement } = await office.released(100, orderNumber);
    const person = office.as('finance', { subject: 'finance-1' });
    const key = newId();
    expect(await office.approve(settlement, { person, key })).toMatchObject({ replayed: false, userErrors: [] });
    await office.settled(fakeCase, 1, 'COMPLETED');
    expect(await office.approve(settlement, { person, key })).toMatchObject({
      replayed: true,
      settlement: { state: 'COMPLETED' },
      userErrors: [],
    });
    expect(codesOf(await office.approve({ ...settlement, version: 3 }, { person, key }))).toEqual([
      'IDEMPOTENCY_CONFLICT',
    ]);
    expect(await paidFor(settlement)).toHaveLength(1);
  });

  it('lets one of many who approve and reject at the same time win, and moves the money once', async () => {
    const { fakeCase, settlement } = await office.released(2500, orderNumber);
    const decisions = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        index % 4 === 3 ? office.reject(settlement, 'no') : office.approve(settlement),
      ),
    );
    const winners = decisions.filter(({ userErrors }) => userErrors.length === 0);
    expect(winners).toHaveLength(1);
    const losers = decisions.flatMap(codesOf);
    expect(losers).toHaveLength(15);
    expect(new Set(losers)).toEqual(new Set(losers.filter((code) => /ALREADY|NOT_OPEN|VERSION_CONFLICT/.test(code))));
    await office.settled(fakeCase, 1, 'COMPLETED', 'REJECTED');
    const [final] = await office.settlementsOf(fakeCase);
    expect(await paidFor(settlement)).toHaveLength(final?.state === 'COMPLETED' ? 1 : 0);
  });

  it('lesson 23: lets one person click twice with one key, and pays once', async () => {
    const { fakeCase, settlement } = await office.released(2500, orderNumber);
    const click = { person: office.as('finance', { subject: 'finance-1' }), key: newId() };
    const decisions = await Promise.all(Array.from({ length: 6 }, () => office.approve(settlement, click)));
    expect(decisions.every(({ settlement: approved }) => approved?.id === settlement.id)).toBe(true);
    expect(decisions.filter(({ replayed }) => !replayed)).toHaveLength(1);
    await office.settled(fakeCase, 1, 'COMPLETED');
    expect(await paidFor(settlement)).toHaveLength(1);
  });

  it('is as if nothing were there for another organisation', async () => {
    const { fakeCase, settlement } = await office.released(100, orderNumber);
    const stranger = new FinanceOffice(bench);
    expect(codesOf(await stranger.approve(settlement))).toEqual(['NOT_FOUND']);
    expect(codesOf(await stranger.reject(settlement, 'no'))).toEqual(['NOT_FOUND']);
    expect(await stranger.settlementsOf(fakeCase)).toEqual([]);
    const query = `query ($id: ID!, $number: String!, $order: String!, $r: [_Any!]!) {
      settlement(id: $id) { id } settlementByNumber(number: $number) { id } purchaseByOrderNumber(orderNumber: $order) { id }
      settlements { nodes { id } totals { count } totalCount { value } } trialBalance(currency: "CNY") { accounts { account } }
      _entities(representations: $r) { ... on Settlement { id number } } }`;
    const variables = {
      id: settlement.id,
      number: settlement.number,
      order: orderNumber,
      r: [{ __typename: 'Settlement', id: settlement.id }],
    };
    expect((await bench.ask(stranger.as('finance'), query, variables)).data).toEqual({
      settlement: null,
      settlementByNumber: null,
      purchaseByOrderNumber: null,
      settlements: { nodes: [], totals: [], totalCount: { value: 0 } },
      trialBalance: { accounts: [] },
      _entities: [null],
    });
  });

  it('shows a customer the own settlements and nothing that is for staff', async () => {
    const { fakeCase, settlement } = await office.released(100, orderNumber);
    await office.approve(settlement);
    await office.settled(fakeCase, 1, 'COMPLETED');
    const query = `query ($id: ID!) { settlement(id: $id) { state decidedBy postings { account } payment { state reason } }
      settlements { nodes { number } } }`;
    const own = office.as('customer', { customer: fakeCase.customerId });
    expect((await bench.ask(own, query, { id: settlement.id })).data).toEqual({
      settlement: {
        state: 'COMPLETED',
        decidedBy: null,
        postings: null,
        payment: { state: 'SUCCEEDED', reason: null },
      },
      settlements: { nodes: [{ number: settlement.number }] },
    });
    for (const other of [office.as('customer', { customer: newId() }), office.as('customer')]) {
      expect((await bench.ask(other, query, { id: settlement.id })).data).toEqual({
        settlement: null,
        settlements: { nodes: [] },
      });
      expect(await office.settlementsOf(fakeCase, other)).toEqual([]);
    }
    for (const field of [
      'trialBalance(currency: "CNY") { balanced }',
      `purchaseByOrderNumber(orderNumber: "${orderNumber}") { id }`,
      'goodwillBudget(currency: "CNY", month: "2026-11") { month }',
    ]) {
      expect((await bench.ask(own, `{ ${field} }`)).codes).toEqual(['FORBIDDEN']);
    }
  });

  it('answers nobody who does not come through the gateway or has no token', async () => {
    const response = await fetch(bench.url, { method: 'POST', body: '{"query":"{ __typename }"}' });
    expect([response.status, await response.text()]).toEqual([401, '{}']);
    expect((await bench.ask(undefined, '{ settlements { nodes { id } } }')).codes).toEqual(['UNAUTHENTICATED']);
  });
});
