import { caseAssigned, caseReassessed } from '@redress/contracts';
import { toGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { PLAIN_MATTER, ToldOrganisation } from '../../case-file/testing/told-organisation';
import { buildPrograms } from '../../test-bench/child-process';
import { FakeCase } from '../../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../../test-bench/finance-bench';
import { FinanceOffice } from '../../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../../test-bench/simulator-process';

const LIST = `query ($where: SettlementWhereInput, $orderBy: SettlementOrder, $search: String, $view: ID) {
  settlements(where: $where, orderBy: $orderBy, search: $search, view: $view, first: 50) {
    nodes { id number orderLine { orderNumber } }
    totals { amount { amount currency } count byState { state amount { amount } count } } } }`;

interface Page {
  readonly settlements: {
    readonly nodes: readonly { readonly id: string; readonly number: string }[];
    readonly totals: readonly { readonly count: number; readonly byState: readonly object[] }[];
  };
}

describe('finding settlements', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;
  let told: ToldOrganisation;
  let kettle: FakeCase;
  let lamp: FakeCase;
  let resolutionId: string;
  let orders: readonly [string, string];

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
    office = new FinanceOffice(bench);
    told = new ToldOrganisation(bench.caseHandling, office.tenant, { id: 'manufacturer-yymmcc', version: 1 });
    orders = [await office.order('500.00'), await office.order('500.00')];
    [kettle, lamp] = [office.openCase(), office.openCase()];
    // No regulation binds it, so finance alone decides.
    const unbound = { regulation: undefined } as object;
    await told.open(kettle, {
      ...unbound,
      number: 'C2611-0001',
      product: 'kettle',
      region: '华东',
      categoryCode: 'leaks',
    });
    await told.open(lamp, { number: 'C2611-0002', product: 'lamp', categoryCode: 'flickers' });
    resolutionId = await kettle.approveResolution([
      FakeCase.remedy(5000, { orderNumber: orders[0] }),
      FakeCase.remedy(1200, { orderNumber: orders[1], kind: 'ALLOWANCE' }),
    ]);
    await kettle.consent(resolutionId);
    await lamp.approveResolution([FakeCase.remedy(700, { orderNumber: orders[1] })]);
    const [first] = await office.settled(kettle, 2, 'RELEASED');
    await office.settled(lamp, 1, 'PROPOSED');
    const decider = { person: office.as('finance', { subject: 'decider-1' }) };
    if (first !== undefined) expect((await office.approve(first, decider)).userErrors).toEqual([]);
    await office.settled(kettle, 2, 'RELEASED', 'COMPLETED');
    await eventually(async () => (await count({ state: { eq: 'COMPLETED' } })) === 1);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  const list = async (variables: object, person = office.as('auditor')) =>
    (await bench.ask<Page>(person, LIST, variables)).data.settlements;
  const count = async (where: object): Promise<number> => (await list({ where })).nodes.length;
  const refusalOf = async (variables: object, person = office.as('auditor')) =>
    (await bench.ask(person, LIST, variables)).codes;

  it.each<[string, object, number]>([
    ['product', { product: { eq: 'kettle' } }, 2],
    ['category', { category: { in: ['flickers'] } }, 1],
    ['region', { region: { eq: '华东' } }, 2],
    ['case number', { caseNumber: { eq: 'C2611-0002' } }, 1],
    ['regulation', { regulation: { id: 'manufacturer-yymmcc' } }, 1],
    ['version of the regulation', { regulation: { id: 'manufacturer-yymmcc', version: 2 } }, 0],
    ['who decided', { decidedBy: { eq: 'decider-1' } }, 1],
    ['when it was decided', { decidedAt: { range: { from: '2020-01-01T00:00:00.000Z' } } }, 1],
    ['when it was paid', { completedAt: { range: { to: '2020-01-01T00:00:00.000Z' } } }, 0],
    ['age', { age: { atLeastDays: 1 } }, 0],
    ['youth', { age: { lessThanDays: 1 } }, 3],
    ['what is known of any payout', { paymentState: { eq: 'SUCCEEDED' } }, 1],
    ['exception', { exception: { in: ['PAYMENT_UNKNOWN', 'PAYMENT_DECLINED'] } }, 0],
    ['authority that is awaited', { exception: { eq: 'AWAITS_OTHER_AUTHORITY' } }, 0],
    [
      'exceptions of returns and evidence',
      { exception: { in: ['RETURN_EXCEPTION', 'EVIDENCE_UNVERIFIED', 'EVIDENCE_REFUSED'] } },
      0,
    ],
    ['month of the books', { bookedIn: { eq: new Date().toISOString().slice(0, 4) } }, 0],
    ['any month of the books', { bookedIn: { contains: '-' } }, 1],
    ['instrument', { instrument: { eq: 'ALLOWANCE' } }, 1],
    ['instruments', { instrument: { in: ['ALLOWANCE', 'REFUND'] } }, 3],
  ])('filters by %s', async (_, where, expected) => {
    expect(await count(where)).toBe(expected);
  });

  it('filters by order, resolution and customer', async () => {
    expect(await count({ orderNumber: { eq: orders[1] } })).toBe(2);
    expect(await count({ resolution: { eq: resolutionId } })).toBe(2);
    expect(await count({ customer: { eq: toGlobalId('Customer', lamp.customerId) } })).toBe(1);
  });

  it('follows the case when its unit or its category changes', async () => {
    const at = new Date().toISOString();
    await lamp.tell(caseAssigned, {
      ...lamp.key(),
      ...{ at, by: 'agent-1', assignee: 'handler-7', unitId: 'unit-east' },
    });
    await lamp.tell(caseReassessed, {
      ...lamp.key(),
      ...{ at, by: 'agent-1', categoryId: newId(), categoryCode: 'burns', matter: PLAIN_MATTER },
    });
    await eventually(async () => (await count({ category: { eq: 'burns' } })) === 1);
    expect(await count({ department: { eq: 'unit-east' } })).toBe(1);
  });

  it('searches by the beginning of the number of settlement, case or order', async () => {
    const numbers = async (search: string) => (await list({ search })).nodes.length;
    expect(await numbers('C2611-0001')).toBe(2);
    expect(await numbers('C2611')).toBe(3);
    expect(await numbers(orders[1])).toBe(2);
    expect(await numbers('S20')).toBe(3);
    expect(await numbers('2611')).toBe(0);
    expect(await numbers('%%')).toBe(0);
    expect(await refusalOf({ search: 'C' })).toEqual(['BAD_USER_INPUT']);
  });

  it('orders by decision and payment, without those that have none', async () => {
    for (const orderBy of ['DECIDED_AT_DESC', 'DECIDED_AT_ASC', 'COMPLETED_AT_DESC', 'COMPLETED_AT_ASC']) {
      expect((await list({ orderBy })).nodes).toHaveLength(1);
    }
  });

  it('sums up by currency and state in one statement more, and only when asked', async () => {
    const before = bench.statements();
    const { totals } = await list({ where: { product: { in: ['kettle', 'lamp'] } } });
    expect(bench.statements() - before).toBe(2);
    expect(totals).toEqual([
      {
        amount: { amount: '69.00', currency: 'CNY' },
        count: 3,
        byState: [
          { state: 'COMPLETED', amount: { amount: '50.00' }, count: 1 },
          { state: 'PROPOSED', amount: { amount: '7.00' }, count: 1 },
          { state: 'RELEASED', amount: { amount: '12.00' }, count: 1 },
        ],
      },
    ]);
  });

  it('refuses to a customer what only staff may know, and searches nothing but settlement numbers for them', async () => {
    const customer = office.as('customer', { customer: kettle.customerId });
    expect(await refusalOf({ where: { NOT: { decidedBy: { eq: 'decider-1' } } } }, customer)).toEqual(['FORBIDDEN']);
    expect((await list({ search: 'C2611' }, customer)).nodes).toEqual([]);
    expect((await list({ search: 'S20' }, customer)).nodes).toHaveLength(2);
  });

  it('shows nothing to another organisation', async () => {
    const stranger = { tenant: `t-${newId().slice(-8)}`, role: 'finance' as const };
    expect((await list({ search: 'C2611' }, stranger)).nodes).toEqual([]);
    expect((await list({ where: { product: { eq: 'kettle' } } }, stranger)).nodes).toEqual([]);
  });
});
